import { displayDate } from "@/lib/domain/display-date";
import type { DrugClass, EvidenceFigure, Knowledge, OnsetWindow } from "@/lib/knowledge/schema";

/** What the content behind a rule adds to its finding. */
export type RuleBasis = {
  drugClass: DrugClass | null;
  figures: readonly EvidenceFigure[];
  checked: string | null;
  labs: readonly string[];
};

const basesOf = new WeakMap<Knowledge, ReadonlyMap<string, RuleBasis>>();

/** The content of a rule (`DIU-01`, `INT-012`, `CON-04`, `RED-02`), or an empty basis for a rule of the program itself. */
export function ruleBasis(knowledge: Knowledge, ruleId: string): RuleBasis {
  let bases = basesOf.get(knowledge);
  if (bases === undefined) {
    bases = new Map([
      ...knowledge.classes.map((one): [string, RuleBasis] => [
        one.ruleId,
        { drugClass: one, figures: one.evidence, checked: one.checked, labs: one.labs },
      ]),
      ...knowledge.interactions.map((one): [string, RuleBasis] => [
        one.ruleId,
        { drugClass: null, figures: one.figures, checked: one.checked, labs: one.labs },
      ]),
      ...knowledge.conditions.map((one): [string, RuleBasis] => [
        one.ruleId,
        { drugClass: null, figures: one.figures, checked: one.checked, labs: one.labs },
      ]),
      ...knowledge.redFlags.map((one): [string, RuleBasis] => [
        one.ruleId,
        { drugClass: null, figures: [], checked: one.checked, labs: one.labs },
      ]),
    ]);
    basesOf.set(knowledge, bases);
  }
  return bases.get(ruleId) ?? { drugClass: null, figures: [], checked: null, labs: [] };
}

const ANCHOR_WORDS: Readonly<Record<OnsetWindow["anchor"], string>> = {
  start: "after starting",
  "start-or-increase": "after starting or raising the dose",
  "start-increase-or-interaction": "after starting, raising the dose or adding an interacting drug",
  "dose-fall": "after the dose falls",
  "each-dose": "after each dose",
  exposure: "after exposure",
  use: "during use",
  none: "no usual window",
};

/** The usual window in words; its days are printed only where a source was read for them. */
export function formatWindow(window: OnsetWindow): string {
  const anchor = ANCHOR_WORDS[window.anchor];
  if (window.anchor === "none") return "no usual window known";
  if (!window.verified || window.typicalToDays === null) return `${anchor}; how long is not given by a source we read`;
  const from = window.typicalFromDays ?? 0;
  return from === 0
    ? `within ${days(window.typicalToDays)} ${anchor}`
    : `${days(from)} to ${days(window.typicalToDays)} ${anchor}`;
}

function days(amount: number): string {
  if (amount < 14) return `${amount} ${amount === 1 ? "day" : "days"}`;
  if (amount < 120) return `${Math.round(amount / 7)} weeks`;
  if (amount < 730) return `${Math.round(amount / 30.44)} months`;
  return `${Math.round(amount / 365.25)} years`;
}

export function formatChecked(checked: string | null): string | null {
  return checked === null ? null : displayDate(checked);
}
