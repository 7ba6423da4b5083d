"use client";

import { Menu } from "@mantine/core";

/** Ends the session in the database and leaves to the sign-in page. */
export function SignOutButton() {
  const signOut = async () => {
    const { signOut: end } = await import("next-auth/react");
    await end({ callbackUrl: "/sign-in" });
  };
  return <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>;
}
