import { PublicPage } from "@/app/_shell/public-page";

/** Readable without signing in, as the knowledge base is. */
export default PublicPage;
