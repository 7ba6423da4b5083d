import { CaseInput } from "@/lib/domain/case";
import type { Finding, Review } from "@/lib/domain/review";
import { wantsAttention } from "@/lib/domain/open-findings";
import { FindingKind, Priority, Strength, Timing } from "@/lib/domain/vocabulary";
import { z } from "zod";

/** A finding as a case asks for it: every field that is given must agree; `ingredients` are among those of the finding. */
const Wanted = z.strictObject({
  kind: FindingKind.optional(),
  id: z.string().optional(),
  priority: Priority.optional(),
  strength: Strength.optional(),
  timing: Timing.optional(),
  ingredients: z.array(z.string()).default([]),
  mechanism: z.string().optional(),
  conditionId: z.string().optional(),
  labId: z.string().optional(),
  /** Words that one of its reasons holds. */
  reason: z.string().optional(),
});
type Wanted = z.infer<typeof Wanted>;

/** One golden case, written by hand after its source and before the first run. */
export const GoldenCase = z.strictObject({
  /** Address of the published report, or `constructed`. */
  source: z.string(),
  told: z.string(),
  /** What the product does not do yet: the case is run and is expected to differ, so that it is noticed when it no longer does. */
  pending: z.string().optional(),
  /** What the first run, after the expectation was written, did not meet; `met` where it met all. Cases that helped to build have none. */
  firstRun: z.string().optional(),
  case: CaseInput,
  expect: z.strictObject({
    findings: z.array(Wanted),
    /** Findings that must not be there. */
    not: z.array(Wanted).default([]),
    /** Priority of the first finding. */
    first: Priority.optional(),
    /** Ingredients that stand in no medication, interaction or safety finding above `info`. */
    notFlagged: z.array(z.string()).default([]),
    /** Tests that are suggested, answered or not; tests that are suggested and not answered; tests that are told as answered. */
    labs: z.array(z.string()).default([]),
    unanswered: z.array(z.string()).default([]),
    answered: z.array(z.string()).default([]),
    noLabs: z.boolean().default(false),
    /** Each stands in a medication finding, none below the third. */
    culprits: z.array(z.string()).default([]),
    /** Ingredients that no medication finding shows at `act-now` or `review`. */
    notLoud: z.array(z.string()).default([]),
    /** Above `info`, without those that share the line of their group. */
    mostWantingAttention: z.number().default(8),
  }),
});
export type GoldenCase = z.infer<typeof GoldenCase>;

/** What of the expectation the review does not show, in words; empty where it agrees. */
export function differences({ expect: wanted }: GoldenCase, review: Review): string[] {
  const lab = (id: string) => review.labs.find((suggestion) => suggestion.id === id);
  return [
    ...wanted.findings
      .filter((one) => !review.findings.some((finding) => agrees(one, finding)))
      .map((one) => `missing: ${say(one)}${nearest(one, review)}`),
    ...wanted.not.flatMap((one) =>
      review.findings.filter((finding) => agrees(one, finding)).map((finding) => `not wanted: ${sayFinding(finding)}`),
    ),
    ...(wanted.first !== undefined && review.findings[0]?.priority !== wanted.first
      ? [
          `first is ${review.findings[0] === undefined ? "nothing" : sayFinding(review.findings[0])}, wanted ${wanted.first}`,
        ]
      : []),
    ...wanted.notFlagged.flatMap((name) =>
      loudAbout(name, review).map((finding) => `${name} is flagged: ${sayFinding(finding)}`),
    ),
    ...wanted.labs.filter((id) => lab(id) === undefined).map((id) => `test not suggested: ${id}`),
    ...wanted.unanswered
      .filter((id) => lab(id) === undefined || lab(id)?.answeredBy !== null)
      .map((id) => `test not asked for as open: ${id}`),
    ...wanted.answered
      .filter((id) => lab(id) !== undefined && lab(id)?.answeredBy === null)
      .map((id) => `test asked for although answered: ${id}`),
    ...wanted.culprits.flatMap((name) => {
      const place = review.findings
        .filter(({ kind }) => kind === "medication")
        .findIndex(({ ingredients }) => ingredients.includes(name));
      return place >= 0 && place < 3
        ? []
        : [place < 0 ? `culprit not flagged: ${name}` : `culprit ranked ${place + 1}: ${name}`];
    }),
    ...review.findings
      .filter(
        ({ kind, priority, ingredients }) =>
          kind === "medication" &&
          (priority === "act-now" || priority === "review") &&
          wanted.notLoud.some((name) => ingredients.includes(name)),
      )
      .map((finding) => `too loud: ${sayFinding(finding)}`),
    ...(review.findings.filter(wantsAttention).length > wanted.mostWantingAttention
      ? [
          `${review.findings.filter(wantsAttention).length} findings want attention, at most ${wanted.mostWantingAttention} were expected`,
        ]
      : []),
    ...review.labs
      .filter(({ reasons }) => reasons.join("").trim().length < 5)
      .map(({ id }) => `test without a reason: ${id}`),
    ...(wanted.noLabs
      ? review.labs.map(({ id, reasons }) => `test suggested without a reason: ${id} (${reasons.join("; ")})`)
      : []),
  ];
}

function agrees(wanted: Wanted, finding: Finding): boolean {
  return (
    (wanted.kind === undefined || wanted.kind === finding.kind) &&
    (wanted.id === undefined || wanted.id === finding.id) &&
    (wanted.priority === undefined || wanted.priority === finding.priority) &&
    (wanted.strength === undefined || wanted.strength === finding.strength) &&
    (wanted.timing === undefined || wanted.timing === finding.timing) &&
    (wanted.mechanism === undefined || finding.mechanisms.includes(wanted.mechanism)) &&
    (wanted.conditionId === undefined || wanted.conditionId === finding.conditionId) &&
    (wanted.labId === undefined || wanted.labId === finding.labId) &&
    (wanted.reason === undefined || finding.reasons.some((reason) => reason.includes(wanted.reason ?? ""))) &&
    wanted.ingredients.every((name) => finding.ingredients.includes(name))
  );
}

function loudAbout(name: string, review: Review): Finding[] {
  return review.findings.filter(
    ({ kind, priority, ingredients }) =>
      ["medication", "interaction", "safety"].includes(kind) && priority !== "info" && ingredients.includes(name),
  );
}

/** The finding that comes nearest, so that a failure can be understood without running anything. */
function nearest(wanted: Wanted, review: Review): string {
  const likely = review.findings.filter((finding) =>
    agrees({ ...wanted, priority: undefined, strength: undefined, timing: undefined }, finding),
  );
  return likely.length === 0 ? " (nothing of the kind)" : ` (found ${likely.map(sayFinding).join(" and ")})`;
}

function say({ ingredients, ...rest }: Wanted): string {
  return [
    ...Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key} ${value}`),
    ...(ingredients.length > 0 ? [`about ${ingredients.join(" and ")}`] : []),
  ].join(", ");
}

function sayFinding({ priority, id, title, strength, timing }: Finding): string {
  return `“${title}” [${[priority, id, strength, timing].filter((part) => part !== null).join(", ")}]`;
}
