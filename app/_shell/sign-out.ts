import { tellSignedOut } from "./session-channel";

/** Ends the session in the database, tells the other tabs and leaves to the sign-in page. */
export async function signOut(): Promise<void> {
  const { signOut: end } = await import("next-auth/react");
  tellSignedOut();
  await end({ callbackUrl: "/sign-in" });
}
