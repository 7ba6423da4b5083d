import { PublicPage } from "@/app/_shell/public-page";

/** The knowledge base is readable without signing in, like a formulary. */
export default PublicPage;
