import type { ReactNode } from "react";
import { PublicHeader } from "@/app/knowledge/_shell/public-header";
import { SkipLink } from "@/app/_shell/skip-link";

/** Readable without signing in, as the knowledge base is. */
export default function MethodLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <nav aria-label="Skip"><SkipLink to="main" name="content" /></nav>
      <PublicHeader />
      {children}
    </>
  );
}
