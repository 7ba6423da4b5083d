import type { ReactNode } from "react";
import { SkipLink } from "@/app/_shell/skip-link";
import { PublicHeader } from "./_shell/public-header";

/** The knowledge base is readable without signing in, like a formulary. Nothing here reads the database for somebody without a session. */
export default function KnowledgeLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <nav aria-label="Skip"><SkipLink to="main" name="content" /></nav>
      <PublicHeader />
      {children}
    </>
  );
}
