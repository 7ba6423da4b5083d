import type { ReactNode } from "react";
import { PublicHeader } from "./public-header";
import { SkipLink } from "./skip-link";

/** The frame of pages that are readable without signing in; for somebody without a session it reads nothing from the database. */
export function PublicPage({ children }: { children: ReactNode }) {
  return (
    <>
      <nav aria-label="Skip">
        <SkipLink to="main" name="content" />
      </nav>
      <PublicHeader />
      {children}
    </>
  );
}
