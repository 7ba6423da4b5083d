import type { Medication } from "@/lib/domain/medication";
import type { Finding, LabSuggestion, Review } from "@/lib/domain/review";
import type { Priority } from "@/lib/domain/vocabulary";
import type { AddEntry } from "./case-entries";
import { concept, element, reference, type Element, type Entry } from "./elements";

const SEVERITY: Readonly<Record<Priority, string>> = {
  "act-now": "high",
  review: "moderate",
  consider: "low",
  info: "low",
};
const PRIORITY: Readonly<Record<Priority, string>> = {
  "act-now": "urgent",
  review: "routine",
  consider: "routine",
  info: "routine",
};

export type Around = {
  patient: Element;
  device: Entry;
  medications: ReadonlyMap<Entry, Medication | null>;
  results: readonly Entry[];
  add: AddEntry;
};

/** A finding as an issue: what it is of, why, by which sources, and what may be considered. */
export function findingEntries({ findings, asOf }: Review, around: Around): Map<string, Entry> {
  return new Map(findings.map((finding) => [finding.id, findingEntry(finding, asOf, around)]));
}

function findingEntry(finding: Finding, asOf: string, { patient, device, medications, add }: Around): Entry {
  const implicated = [...medications].flatMap(([entry, medication]) =>
    medication?.ingredients.some(({ name }) => finding.ingredients.includes(name)) === true ? [reference(entry)] : [],
  );
  const figures = finding.effects.map(({ text }) => text);
  const sources = finding.sources.map(({ citation, pmid, doi, url }) => {
    const id = pmid === undefined ? (doi ?? url ?? "") : `PMID ${pmid}`;
    return [citation, id].filter((one) => one !== "").join(", ");
  });
  const [first] = finding.sources;
  const fields = {
    resourceType: "DetectedIssue",
    identifier: [{ system: "urn:crampcheck:finding", value: finding.id }],
    status: "final",
    code: concept(finding.title, [{ system: "urn:crampcheck:finding-kind", code: finding.kind }]),
    severity: SEVERITY[finding.priority],
    patient,
    identifiedDateTime: asOf,
    author: reference(device),
    implicated,
    evidence: [...finding.reasons, ...figures, ...sources].map((text) => ({ code: [{ text }] })),
    detail: [...finding.reasons, ...figures, ...finding.against.map((one) => `Against: ${one}`)].join("\n"),
    reference: first?.url,
    mitigation: finding.options.map((text) => ({ action: { text } })),
  };
  return add(`finding ${finding.id}`, { ...element(fields), resourceType: "DetectedIssue" });
}

/** The tests that are asked for and not answered, as proposals. */
export function testEntries({ labs, asOf }: Review, issues: ReadonlyMap<string, Entry>, around: Around): Entry[] {
  return labs
    .filter(({ answeredBy, repeat }) => answeredBy === null || repeat !== null)
    .map((lab) => testEntry(lab, asOf, issues, around));
}

function testEntry(lab: LabSuggestion, ...[asOf, issues, around]: [string, ReadonlyMap<string, Entry>, Around]): Entry {
  const coding = lab.loinc === null ? [] : [{ system: "http://loinc.org", code: lab.loinc }];
  const reasons = [...issues].filter(([id]) => lab.reasons.includes(id)).map(([, entry]) => reference(entry));
  const fields = {
    resourceType: "ServiceRequest",
    status: "draft",
    intent: "proposal",
    priority: PRIORITY[lab.priority],
    code: concept(lab.name, coding),
    subject: around.patient,
    authoredOn: asOf,
    requester: reference(around.device),
    reasonCode: lab.reasons.map((text) => ({ text })),
    reasonReference: reasons,
    note: lab.repeat === null ? [] : [{ text: lab.repeat }],
  };
  return around.add(`test ${lab.id}`, { ...element(fields), resourceType: "ServiceRequest" });
}
