import type { Page } from "@playwright/test";
import { enterReview } from "./review-steps";

export const CASE = {
  medications:
    "Bendroflumethiazide 2.5 mg daily since Feb 2026\nAmlodipine 10 mg daily\nSimvastatin 40 mg at night\nSeretide 250 two puffs twice daily\nZaroxlyn 5mg\nNKDA",
  labs: "Potassium 2.4 mmol/L 20 Nov 2026",
  birthYear: "1953",
  sex: "female",
  localReference: "RX-1182",
  conditions: ["N18.32"],
  onset: "Apr 2026",
  perWeek: "5",
} as const;

/** Makes a draft that has everything: a red flag, interactions, an unread line, tests, another cause. */
export function fullDraft(page: Page): Promise<string> {
  return enterReview(page, { ...CASE, conditions: [...CASE.conditions] });
}

/**
 * Every address of the application with how to reach it. A route that the build has and that is missing here fails the
 * tests that walk this list. `draft`: the reference of a full draft goes in place of it.
 */
export const ROUTES: readonly { route: string; path: string; signedIn: boolean; kind: "page" | "file" }[] = [
  { route: "/", path: "/", signedIn: true, kind: "page" },
  { route: "/sign-in", path: "/sign-in", signedIn: false, kind: "page" },
  { route: "/reviews", path: "/reviews", signedIn: true, kind: "page" },
  { route: "/reviews/new", path: "/reviews/new", signedIn: true, kind: "page" },
  { route: "/reviews/examples", path: "/reviews/examples", signedIn: true, kind: "page" },
  { route: "/reviews/[reference]", path: "/reviews/draft", signedIn: true, kind: "page" },
  { route: "/reviews/[reference]/edit", path: "/reviews/draft/edit", signedIn: true, kind: "page" },
  { route: "/reviews/[reference]/sign", path: "/reviews/draft/sign", signedIn: true, kind: "page" },
  { route: "/reviews/[reference]/report.pdf", path: "/reviews/draft/report.pdf", signedIn: true, kind: "file" },
  { route: "/reviews/[reference]/report.csv", path: "/reviews/draft/report.csv", signedIn: true, kind: "file" },
  { route: "/reviews/[reference]/report", path: "/reviews/draft/report", signedIn: true, kind: "page" },
  { route: "/reviews/[reference]/report.txt", path: "/reviews/draft/report.txt", signedIn: true, kind: "file" },
  { route: "/reviews/[reference]/report.json", path: "/reviews/draft/report.json", signedIn: true, kind: "file" },
  { route: "/reviews/[reference]/rerun", path: "/reviews/draft/rerun", signedIn: true, kind: "page" },
  { route: "/reviews/[reference]/rerun.pdf", path: "/reviews/draft/rerun.pdf", signedIn: true, kind: "file" },
  { route: "/reviews/[reference]/rerun.txt", path: "/reviews/draft/rerun.txt", signedIn: true, kind: "file" },
  { route: "/verify", path: "/verify", signedIn: false, kind: "page" },
  { route: "/account", path: "/account", signedIn: true, kind: "page" },
  { route: "/accounts", path: "/accounts", signedIn: true, kind: "page" },
  { route: "/audit", path: "/audit", signedIn: true, kind: "page" },
  { route: "/set-password", path: "/set-password", signedIn: false, kind: "page" },
  { route: "/settings", path: "/settings", signedIn: true, kind: "page" },
  { route: "/knowledge", path: "/knowledge", signedIn: false, kind: "page" },
  { route: "/knowledge/[kind]", path: "/knowledge/interactions", signedIn: false, kind: "page" },
  { route: "/knowledge/[kind]/[id]", path: "/knowledge/classes/thiazide-thiazide-like", signedIn: false, kind: "page" },
  { route: "/method", path: "/method", signedIn: false, kind: "page" },
  { route: "/diary", path: "/diary", signedIn: false, kind: "page" },
  { route: "/_not-found", path: "/no-such-page", signedIn: false, kind: "page" },
];
