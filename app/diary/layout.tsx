import { PublicPage } from "@/app/_shell/public-page";

/** Readable without signing in: it holds nothing of any patient. */
export default PublicPage;
