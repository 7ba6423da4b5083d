import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./app-header.module.css";

/** The line at the top of every page. `search`: the way to everything else; `menu`: the signed-in person's menu, or a link to sign in. */
export function AppHeader({
  signedIn,
  search = null,
  menu,
}: {
  signedIn: boolean;
  search?: ReactNode;
  menu: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <Link href={signedIn ? "/reviews" : "/"} className={styles.name} prefetch={false}>
        CrampCheck
      </Link>
      <nav className={styles.nav} aria-label="Main">
        {signedIn && (
          <Link href="/reviews" prefetch={false}>
            Worklist
          </Link>
        )}
        <Link href="/knowledge" prefetch={false}>
          Knowledge
        </Link>
      </nav>
      <div className={styles.menu}>
        {search}
        {menu}
      </div>
    </header>
  );
}
