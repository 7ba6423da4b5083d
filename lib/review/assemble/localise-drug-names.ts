import type { Finding, LabSuggestion, Problem } from "@/lib/domain/review";
import { britishName } from "@/lib/terminology/drugs/british-names";
import type { Facts } from "@/lib/review/facts/facts";
import { unique } from "@/lib/review/format";

/** What a reader sees of the drugs' names. */
export interface Printed {
  readonly findings: Finding[];
  readonly labs: LabSuggestion[];
  readonly questions: string[];
  readonly problems: Problem[];
  readonly summary: string[];
}

/**
 * Puts the names of the patient's drugs as the reader's country writes them: "salbutamol" in the UK. Words of the patient in
 * quotation marks, `ingredients` and ids stay as they are.
 */
export function localiseDrugNames(printed: Printed, facts: Facts): Printed {
  if (facts.context.jurisdiction !== "UK") return printed;
  const { current, uncertain, stopped } = facts.drugs;
  const names = unique(
    [...current, ...uncertain, ...stopped].flatMap(({ profiles }) => profiles.map(({ name }) => name)),
  ).filter((name) => britishName(name) !== name);
  if (names.length === 0) return printed;
  // The longest first, so that no name is taken for a part of another.
  const pattern = new RegExp(
    `“[^”]{0,2000}”|\\b(?:${names
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join("|")})\\b`,
    "gi",
  );
  const say = (text: string) =>
    text.replace(pattern, (found) =>
      found.startsWith("“") ? found : matchCase(britishName(found.toLowerCase()), found),
    );
  return {
    findings: printed.findings.map((finding) => ({
      ...finding,
      title: say(finding.title),
      reasons: finding.reasons.map(say),
      against: finding.against.map(say),
      options: finding.options.map(say),
      ...(finding.facts === undefined ? {} : { facts: finding.facts.map(say) }),
      ...(finding.mechanism === undefined
        ? {}
        : { mechanism: finding.mechanism === null ? null : say(finding.mechanism) }),
      ...(finding.level === undefined ? {} : { level: finding.level === null ? null : say(finding.level) }),
    })),
    labs: printed.labs.map((lab) => ({ ...lab, reasons: lab.reasons.map(say) })),
    questions: printed.questions.map(say),
    problems: printed.problems.map((problem) => ({
      ...problem,
      headline: say(problem.headline),
      drugs: problem.drugs.map((drug) => ({ ...drug, role: say(drug.role) })),
      facts: problem.facts.map(say),
      against: problem.against.map(say),
      options: problem.options.map(say),
      questions: problem.questions.map(say),
    })),
    summary: printed.summary.map(say),
  };
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** With a capital where the name had one. */
function matchCase(name: string, found: string): string {
  return /^\p{Lu}/u.test(found) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
