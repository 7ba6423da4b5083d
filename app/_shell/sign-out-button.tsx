"use client";

import styles from "./user-menu.module.css";

/** Ends the session in the database and leaves to the sign-in page. */
export function SignOutButton() {
  const signOut = async () => {
    const { signOut: end } = await import("next-auth/react");
    await end({ callbackUrl: "/sign-in" });
  };
  return <button type="button" className={styles.action} onClick={() => void signOut()}>Sign out</button>;
}
