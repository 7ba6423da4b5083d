import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./app-header.module.css";

/** The line at the top of every page. `menu`: the signed-in person's menu, or a link to sign in. */
export function AppHeader({ signedIn, menu }: { signedIn: boolean; menu: ReactNode }) {
  return (
    <header className={styles.header}>
      <Link href={signedIn ? "/reviews" : "/"} className={styles.name} prefetch={false}>CrampCheck</Link>
      <nav className={styles.nav} aria-label="Main">
        {signedIn && <Link href="/reviews" prefetch={false}>Worklist</Link>}
        <Link href="/knowledge" prefetch={false}>Knowledge</Link>
      </nav>
      <div className={styles.menu}>{menu}</div>
    </header>
  );
}
