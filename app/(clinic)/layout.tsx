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
import { UserMenu } from "@/app/_shell/user-menu";
import { asDensity, DENSITY_COOKIE } from "@/app/_theme/density";
import { SessionGuard } from "./_session/session-guard";

/** The shell of everything that needs a session. Each page checks the session again: a layout alone protects nothing. */
export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (session === null) redirect("/sign-in");
  const density = asDensity((await cookies()).get(DENSITY_COOKIE)?.value);
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
        search={<PaletteButton isAdministrator={mayDo(session.user.role, "settings.change")} />}
        menu={
          <UserMenu
            displayName={session.user.displayName}
            density={density}
            isAdministrator={mayDo(session.user.role, "settings.change")}
            signOut={<SignOutButton />}
          />
        }
      />
      {children}
    </SessionGuard>
  );
}
