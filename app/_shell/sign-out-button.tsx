"use client";

import { signOut } from "./sign-out";
import styles from "./user-menu.module.css";

/** Ends the session in the database and leaves to the sign-in page. */
export function SignOutButton() {
  return (
    <button type="button" className={styles.action} onClick={() => void signOut()}>
      Sign out
    </button>
  );
}
