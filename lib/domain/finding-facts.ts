import { z } from "zod";
import type { PatientCase } from "./case";
import type { Medication } from "./medication";
import { PRIORITY_WORDS } from "./priority-words";
import type { Finding } from "./review";
import { Priority } from "./vocabulary";

/** Raised when the same finding would give other facts; the comparison with decisions taken before is then its own question. */
export const FACTS_VERSION = 1;

/**
 * What a finding rests on, apart from its wording: a decision about it stands while these are the same. Every list is sorted,
 * so that the order in which things were entered says nothing.
 */
export const FindingFacts = z.object({
  version: z.number().int(),
  priority: Priority,
  /** What was found by which rule: kind, rule, strength, timing, condition, test, mechanisms, ingredients. */
  basis: z.array(z.string()),
  /** Each entry of its drugs: ingredients, dose, dates, use and the history of the dose. */
  drugs: z.array(z.string()),
  /** The numbers with unit, dates and quoted words of its title and reasons: results, limits, figures. */
  values: z.array(z.string()),
  /** Of a red flag: what was answered yes, and the symptoms in the clinician's words. */
  symptoms: z.array(z.string()),
});
export type FindingFacts = z.infer<typeof FindingFacts>;

type Entered = Pick<PatientCase, "medications" | "context">;

/** The facts of one finding of a case. Pure; a rewording of the same facts gives the same answer. */
export function factsOfFinding(finding: Finding, { medications, context }: Entered): FindingFacts {
  const names = new Set(finding.ingredients);
  const entries = medications
    .filter(({ status }) => status === "recognised")
    .flatMap((piece) => piece.medications)
    .filter(({ ingredients }) => ingredients.some(({ name }) => names.has(name)));
  return {
    version: FACTS_VERSION,
    priority: finding.priority,
    basis: sorted([
      `kind ${finding.kind}`,
      `rule ${finding.ruleId}`,
      `strength ${finding.strength ?? "none"}`,
      `timing ${finding.timing}`,
      ...(finding.conditionId === undefined ? [] : [`condition ${finding.conditionId}`]),
      ...(finding.labId === undefined ? [] : [`test ${finding.labId}`]),
      ...finding.mechanisms.map((one) => `mechanism ${one}`),
      ...finding.ingredients.map((one) => `drug ${one}`),
    ]),
    drugs: sorted(entries.map(drugFacts)),
    values: sorted([finding.title, ...finding.reasons].flatMap(valuesIn)),
    symptoms: finding.kind === "red-flag" ? symptomFacts(context) : [],
  };
}

/** The facts as one line, always in the same order of fields: what the digest is made of. */
export function factsLine({ version, priority, basis, drugs, values, symptoms }: FindingFacts): string {
  return JSON.stringify([version, priority, basis, drugs, values, symptoms]);
}

/** What has changed from one set of facts to another, in words that follow “before”; empty where they are the same. */
export function changedFacts(then: FindingFacts, now: FindingFacts): string[] {
  const differ = (part: "basis" | "drugs" | "values" | "symptoms") =>
    JSON.stringify(then[part]) !== JSON.stringify(now[part]);
  const parts = [
    ...(then.priority === now.priority
      ? []
      : [`its level (“${PRIORITY_WORDS[then.priority]}” then, “${PRIORITY_WORDS[now.priority]}” now)`]),
    ...(differ("drugs") ? ["its drugs or doses"] : []),
    ...(differ("values") ? ["its values or dates"] : []),
    ...(differ("symptoms") ? ["the symptoms"] : []),
    ...(differ("basis") ? ["what it rests on"] : []),
  ];
  return parts.length === 0 && then.version !== now.version ? ["the way in which facts are compared"] : parts;
}

function drugFacts(medication: Medication): string {
  const { ingredients, strength, form, route, frequency, asNeeded, start, stop, use } = medication;
  const { changes = [], dechallenge, rechallenge } = medication;
  return [
    ingredients.map(({ name }) => name).join(" + "),
    ...[strength, form, route, frequency].map((part) => tidy(part ?? "")),
    asNeeded ? "as needed" : "",
    `start ${start ?? ""}`,
    `stop ${stop ?? ""}`,
    use,
    ...changes.map(({ date, kind, from, to }) => `${kind} ${date ?? ""} ${tidy(from ?? "")} ${tidy(to ?? "")}`),
    dechallenge ?? "",
    rechallenge ?? "",
  ].join("|");
}

function symptomFacts({ symptoms, symptomText }: Entered["context"]): string[] {
  const answered = Object.entries(symptoms).flatMap(([id, answer]) => (answer === "yes" ? [id] : []));
  const told = tidy(symptomText ?? "");
  return sorted(told === "" ? answered : [...answered, `“${told}”`]);
}

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const UNIT =
  /^(%|[a-zµμ]{1,9}\/\S+|mg|g|mcg|micrograms?|nanograms?|ml|units?|mmol|[µu]mol|iu|years?|weeks?|days?|months?)$/i;

/** “Potassium 2.4 mmol/L on 20 Nov 2026, below 3.5 mmol/L” holds “2.4 mmol/L 20 Nov 2026 3.5 mmol/L”. */
function valuesIn(sentence: string): string[] {
  const kept: string[] = [];
  let afterNumber = false;
  for (const word of sentence.split(/\s+/).map(bare)) {
    const isNumber = /\d/.test(word);
    if (isNumber || (afterNumber && (UNIT.test(word) || MONTH.test(word)))) kept.push(word.toLowerCase());
    afterNumber = isNumber;
  }
  const quoted = sentence
    .split("“")
    .slice(1)
    .flatMap((part) => part.split("”").slice(0, 1));
  const said = quoted.map((part) => `“${tidy(part)}”`);
  return kept.length === 0 ? said : [kept.join(" "), ...said];
}

/** A word without the marks around it. */
function bare(word: string): string {
  return word.replace(/^[(“,;:]/, "").replace(/[),.;:”]{1,3}$/, "");
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
