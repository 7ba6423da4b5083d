import type { ReactNode } from "react";
import { PublicHeader } from "@/app/knowledge/_shell/public-header";
import { SkipLink } from "@/app/_shell/skip-link";

/** Readable without signing in: it holds nothing of any patient. */
export default function DiaryLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <nav aria-label="Skip"><SkipLink to="main" name="content" /></nav>
      <PublicHeader />
      {children}
    </>
  );
}
