import { cookies } from "next/headers";
import Link from "next/link";
import { AppHeader } from "@/app/_shell/app-header";
import { SignOutButton } from "@/app/_shell/sign-out-button";
import { ownLinks } from "./own-links";
import { UserMenu } from "@/app/_shell/user-menu";
import { asDensity, DENSITY_COOKIE } from "@/app/_theme/density";
import { currentSession } from "@/lib/auth/current-session";

/** The header of pages that need no session: the menu of who is signed in, or the way to sign in. */
export async function PublicHeader() {
  const session = await currentSession();
  if (session === null)
    return (
      <AppHeader
        signedIn={false}
        menu={
          <Link href="/sign-in" prefetch={false}>
            Sign in
          </Link>
        }
      />
    );
  const density = asDensity((await cookies()).get(DENSITY_COOKIE)?.value);
  return (
    <AppHeader
      signedIn
      menu={
        <UserMenu
          displayName={session.user.displayName}
          density={density}
          links={ownLinks(session.user.role)}
          signOut={<SignOutButton />}
        />
      }
    />
  );
}
