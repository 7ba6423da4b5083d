import { displayDate } from "@/lib/domain/display-date";
import type { Knowledge } from "@/lib/knowledge/schema";

/** Entry: when its words were compared with their sources, by when somebody looks again, and whether its figures were read. */
export type Checked = { checked: string; verified: boolean; reviewBy?: string };

/** The state of checking in a few words, for the line under a title. */
export function formatChecked({ checked, verified }: Checked): string {
  return `${verified ? "verified" : "not verified"}, checked ${displayDate(checked)}`;
}

/** Rows of a fact list about the checking of an entry. */
export function checkFacts(
  knowledge: Knowledge,
  { checked, verified, reviewBy }: Checked,
): { term: string; text: string }[] {
  const today = new Date().toISOString().slice(0, 10);
  return [
    {
      term: "Verified",
      text: verified
        ? "Yes: compared with the sources below."
        : "No: nobody has compared this entry with a source yet. It shows no figure.",
    },
    { term: "Last checked", text: displayDate(checked) },
    ...(reviewBy === undefined
      ? []
      : [
          {
            term: "Look again by",
            text: `${displayDate(reviewBy)}${reviewBy < today ? ". This date has passed." : ""}`,
          },
        ]),
    { term: "Knowledge version", text: knowledge.version },
  ];
}
