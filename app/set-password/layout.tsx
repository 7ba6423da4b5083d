import { PublicPage } from "@/app/_shell/public-page";

/** Readable without signing in: the file is looked at in the browser. */
export default PublicPage;
