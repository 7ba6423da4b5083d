import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Review } from "@/lib/domain/review";
import type { ReadSymptom } from "@/lib/domain/symptom";
import { reviewInput } from "@/lib/intake/review-input";
import type { Knowledge } from "@/lib/knowledge/schema";

/** A sentence as people type it, with the signs, the emergency and what must not be read as present. */
export const SymptomCase = z.looseObject({
  id: z.string(),
  text: z.string(),
  symptoms: z.record(z.string(), z.string()),
  optional: z.array(z.string()).default([]),
  notPresent: z.array(z.string()).default([]),
  redFlag: z.string().nullable(),
  redFlagAlso: z.array(z.string()).default([]),
  context: z.looseObject({
    drugs: z.array(z.string()).optional(),
    conditions: z.array(z.string()).optional(),
    labs: z.string().optional(),
    ageYears: z.number().optional(),
    sex: z.string().optional(),
    dialysis: z.boolean().optional(),
  }),
});
export type SymptomCase = z.infer<typeof SymptomCase>;

/** The cases of a file, one a line. */
export function symptomCases(file: string): SymptomCase[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => SymptomCase.parse(JSON.parse(line)));
}

/** What was counted over a set of cases, and what went wrong, in words. */
export interface SymptomScore {
  readonly cases: number;
  /** Of the sentences with an emergency: the right one named, any alarm raised. */
  readonly named: number;
  readonly alarmed: number;
  /** Of the sentences without one: an alarm raised all the same. */
  readonly falseAlarms: number;
  readonly recall: number;
  readonly precision: number;
  readonly assertion: number;
  /** Neither in reasons nor in symptoms nor unread. */
  readonly silent: number;
  /** Of the sentences without sign and emergency: called not read. */
  readonly unreadQuiet: number;
  readonly wrong: readonly string[];
}

const WORDS: Readonly<Record<string, string>> = {
  present: "yes",
  negated: "no",
  family: "family",
  past: "past",
  uncertain: "uncertain",
  hypothetical: "hypothetical",
};
const TWINS: Readonly<Record<string, readonly string[]>> = { collapse: ["syncope"], syncope: ["collapse"] };
const same = (key: string): readonly string[] => [key, ...(TWINS[key] ?? [])];

function review({ text, context }: SymptomCase, knowledge: Knowledge): Review {
  const { drugs, conditions, labs, ...rest } = context;
  const input = {
    medications: drugs ?? [],
    conditions: conditions ?? [],
    ...(labs === undefined ? {} : { labs }),
    context: { asOf: "2026-11-30", ...rest, symptomText: text },
  };
  return reviewInput(input, { knowledge, today: "2026-11-30" }).review;
}

/** Reviews every case and counts. */
export function scoreSymptoms(cases: readonly SymptomCase[], knowledge: Knowledge): SymptomScore {
  const wrong: string[] = [];
  const count = {
    emergencies: 0,
    named: 0,
    alarmed: 0,
    none: 0,
    falseAlarms: 0,
    wanted: 0,
    found: 0,
    given: 0,
    right: 0,
    silent: 0,
    quiet: 0,
    unreadQuiet: 0,
  };
  for (const one of cases) {
    const answer = review(one, knowledge);
    const notes: string[] = [];
    const flags = answer.findings
      .filter(({ kind }) => kind === "red-flag")
      .map(({ conditionId, id }) => conditionId ?? id);
    if (one.redFlag === "none") {
      count.none += 1;
      if (flags.length > 0) count.falseAlarms += 1;
      if (flags.length > 0) notes.push(`FALSE ALARM ${flags.join(", ")}`);
    } else if (one.redFlag !== null) {
      count.emergencies += 1;
      const accepted = [one.redFlag, ...one.redFlagAlso];
      if (flags.length > 0) count.alarmed += 1;
      if (flags.some((flag) => accepted.includes(flag))) count.named += 1;
      else notes.push(`FLAG want ${one.redFlag} got ${flags.join(", ") || "none"}`);
      if (flags.length > 1) notes.push(`(several: ${flags.join(", ")})`);
    }
    const signs = (answer.symptoms ?? []).filter((sign): sign is ReadSymptom & { id: string } => sign.id !== null);
    const told = new Map<string, Set<string>>();
    for (const { id, polarity } of signs) told.set(id, (told.get(id) ?? new Set()).add(WORDS[polarity ?? ""] ?? ""));
    for (const [key, value] of Object.entries(one.symptoms)) {
      count.wanted += 1;
      const said = same(key)
        .map((id) => told.get(id))
        .find((set) => set !== undefined);
      if (said === undefined) notes.push(`MISS ${key}=${value}`);
      else {
        count.found += 1;
        if (said.has(value) && (value === "yes" || !said.has("yes"))) count.right += 1;
        else notes.push(`POLARITY ${key} want ${value} got ${[...said].join("/")}`);
      }
    }
    for (const [id, said] of told) {
      if (same(id).some((key) => key in one.symptoms)) count.given += 1;
      else if (same(id).some((key) => one.optional.includes(key)) || [...said].every((word) => word === "hypothetical"))
        continue;
      else if (said.has("yes") || !one.notPresent.includes(id)) {
        count.given += 1;
        notes.push(
          `EXTRA ${id}=${[...said].join("/")} “${signs
            .filter((sign) => sign.id === id)
            .map(({ quote }) => quote)
            .join(" | ")}”`,
        );
      }
    }
    const unread = answer.unread.filter(({ where }) => where === "context.symptomText");
    const reasons = answer.findings.flatMap((finding) => finding.reasons).join("\n");
    const covered = (answer.symptoms ?? []).length > 0 || unread.length > 0 || reasons.includes(one.text);
    if (!covered) count.silent += 1;
    if (Object.keys(one.symptoms).length === 0 && one.redFlag === "none") {
      count.quiet += 1;
      if (unread.length > 0) count.unreadQuiet += 1;
    }
    if (unread.length > 0) notes.push(`unread: ${unread.map(({ text }) => text).join(" | ")}`);
    if (notes.length > 0) wrong.push(`${one.id} ${JSON.stringify(one.text)}\n    ${notes.join("\n    ")}`);
  }
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    cases: cases.length,
    named: share(count.named, count.emergencies),
    alarmed: share(count.alarmed, count.emergencies),
    falseAlarms: share(count.falseAlarms, count.none),
    recall: share(count.found, count.wanted),
    precision: share(count.found, count.found + (count.given - count.found)),
    assertion: share(count.right, count.found),
    silent: count.silent,
    unreadQuiet: share(count.unreadQuiet, count.quiet),
    wrong,
  };
}

/** The figures in one line. */
export function inWords({ wrong: _, ...score }: SymptomScore): string {
  return Object.entries(score)
    .map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(3)}`)
    .join(", ");
}
