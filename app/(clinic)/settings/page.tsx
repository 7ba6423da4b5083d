import type { Metadata } from "next";
import { FocusedTitle } from "@/app/_components/focused-title";
import { mayDo } from "@/lib/auth/permissions";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { SettingsForm } from "./_components/settings-form";
import styles from "../form-page.module.css";

export const metadata: Metadata = { title: "Settings" };

/** What holds for the whole organisation: country, units and time zone. Everybody may see it, administrators change it. */
export default async function SettingsPage() {
  const { organisation, user } = await pageSession("settings.open");
  const { name, country, units, timeZone } = organisation;
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <main id="main" className={styles.page}>
      <FocusedTitle>Settings</FocusedTitle>
      <p className="cc-muted">
        They hold for everybody at {name}, for pages and reports. Reviews that are signed keep what they were signed
        with.
      </p>
      <section className={styles.card}>
        <SettingsForm
          settings={{ name, country, units, timeZone }}
          zones={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
          mayChange={mayDo(user.role, "settings.change")}
        />
      </section>
    </main>
  );
}
