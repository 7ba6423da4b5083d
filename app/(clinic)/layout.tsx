import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { currentSession } from "@/lib/auth/current-session";
import { mayDo } from "@/lib/auth/permissions";
import { IDLE_MINUTES } from "@/lib/store/accounts/sessions";
import { AppHeader } from "@/app/_shell/app-header";
import { PaletteButton } from "@/app/_shell/palette/palette-button";
import { PageSkipLink } from "@/app/_shell/page-skip-link";
import { SignOutButton } from "@/app/_shell/sign-out-button";
import { ownLinks } from "@/app/_shell/own-links";
import { UserMenu } from "@/app/_shell/user-menu";
import { asDensity, DENSITY_COOKIE } from "@/app/_theme/density";
import { SessionGuard } from "./_session/session-guard";

/** The shell of everything that needs a session. Each page checks the session again: a layout alone protects nothing. */
export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (session === null) redirect("/sign-in");
  const density = asDensity((await cookies()).get(DENSITY_COOKIE)?.value);
  const links = ownLinks(session.user.role);
  const clinical = mayDo(session.user.role, "entry.read");
  const now = new Date().getTime();
  return (
    <SessionGuard
      userId={session.user.id}
      idleMinutes={IDLE_MINUTES}
      remainingMs={new Date(session.expiresAt).getTime() - now}
    >
      <PageSkipLink />
      <AppHeader
        signedIn
        search={clinical ? <PaletteButton links={links} /> : null}
        menu={
          <UserMenu
            displayName={session.user.displayName}
            density={density}
            links={links}
            signOut={<SignOutButton />}
          />
        }
      />
      {children}
    </SessionGuard>
  );
}
