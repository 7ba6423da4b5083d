import type { PatientCase } from "@/lib/domain/case";
import type { Review } from "@/lib/domain/review";
import { conditionEntries, contextEntries, medicationEntries, resultEntries, type AddEntry } from "./case-entries";
import { concept, element, narrative, reference, uuidOf, type Element, type Entry } from "./elements";
import { findingEntries, testEntries } from "./finding-entries";

/** What the document is called and when it was made; the same for the same version of a review. */
export type DocumentIdentity = {
  /** The reference and version of a stored review; null where none is stored. */
  reference: string | null;
  /** An instant; of a review that is not stored, midnight of its day. */
  timestamp: string;
};

/**
 * A review with its case as one FHIR R4 document: Composition first, with sections that alone tell the story; every reference
 * resolves within; ids are derived from the content, so that the same version gives the same bytes. No name of the patient.
 */
export function fhirDocument(patientCase: PatientCase, review: Review, identity?: DocumentIdentity): Element {
  const timestamp = identity?.timestamp ?? `${review.asOf}T00:00:00Z`;
  const seed = JSON.stringify([identity?.reference ?? null, timestamp, patientCase, review]);
  const entries: Entry[] = [];
  const base = uuidOf(seed);
  const add: AddEntry = (name, resource) => {
    const entry = { fullUrl: `urn:uuid:${uuidOf(base, name)}`, resource };
    entries.push(entry);
    return entry;
  };
  const { sex, birthYear } = patientCase.context;
  const about = element({ gender: sex, birthDate: birthYear === null ? undefined : String(birthYear) });
  const patient = reference(add("patient", { ...about, resourceType: "Patient" }));
  const device = add("device", deviceOf(review));
  const medications = medicationEntries(patientCase.medications, patient, add);
  const conditions = conditionEntries(patientCase.conditions, patient, add);
  const results = resultEntries(patientCase.labs, patient, add);
  const context = contextEntries(patientCase, patient, add);
  const around = { patient, device, medications, results, add };
  const issues = findingEntries(review, around);
  const tests = testEntries(review, issues, around);
  const lists = { medications: [...medications.keys()], conditions, results, context, tests };
  const fields = {
    resourceType: "Composition",
    status: "final",
    type: concept("Medication review"),
    subject: patient,
    date: timestamp,
    author: [reference(device)],
    title: `Review of causes of muscle cramps, ${review.asOf}`,
    section: sectionsOf(patientCase, review, { issues, ...lists }),
  };
  const composition = {
    fullUrl: `urn:uuid:${uuidOf(base, "composition")}`,
    resource: { ...fields, resourceType: "Composition" },
  };
  add("provenance", provenanceOf(composition, device, timestamp));
  return {
    resourceType: "Bundle",
    type: "document",
    identifier: { system: "urn:ietf:rfc:3986", value: `urn:uuid:${base}` },
    timestamp,
    entry: [composition, ...entries],
  };
}

function deviceOf({ knowledgeVersion, schemaVersion }: Review): Element & { resourceType: string } {
  return {
    resourceType: "Device",
    deviceName: [{ name: "CrampCheck", type: "user-friendly-name" }],
    type: { text: "Clinical decision support software" },
    version: [
      { type: { text: "knowledge" }, value: knowledgeVersion },
      { type: { text: "schema" }, value: schemaVersion },
    ],
  };
}

function provenanceOf(target: Entry, device: Entry, recorded: string): Element & { resourceType: string } {
  return {
    resourceType: "Provenance",
    target: [reference(target)],
    recorded,
    agent: [{ type: { text: "assembler" }, who: reference(device) }],
  };
}

type Lists = Record<"medications" | "conditions" | "results" | "context" | "tests", readonly Entry[]> & {
  issues: ReadonlyMap<string, Entry>;
};

/** One section for each problem with its findings, then the tests, the case, and what was not read. */
function sectionsOf(patientCase: PatientCase, review: Review, lists: Lists): Element[] {
  const { findings, problems = [], labs, unread, summary = [] } = review;
  const placed = new Set(problems.flatMap(({ findingIds }) => findingIds));
  const titles = new Map(findings.map(({ id, title, priority }) => [id, `${title} (${priority})`]));
  const ofFindings = (ids: readonly string[]): Entry[] =>
    ids.map((id) => lists.issues.get(id)).filter((one) => one !== undefined);
  const rest = findings.map(({ id }) => id).filter((id) => !placed.has(id));
  const grouped = problems.map(({ title, headline, findingIds }) =>
    section(title, [headline, ...findingIds.map((id) => titles.get(id) ?? id)], ofFindings(findingIds)),
  );
  return [
    section("Summary", summary, []),
    ...grouped,
    ...(rest.length === 0
      ? []
      : [
          section(
            "Findings",
            rest.map((id) => titles.get(id) ?? id),
            ofFindings(rest),
          ),
        ]),
    section(
      "Tests to consider",
      labs.filter(({ answeredBy }) => answeredBy === null).map(({ name }) => name),
      lists.tests,
    ),
    section(
      "Medications",
      patientCase.medications.map(({ text }) => text),
      lists.medications,
    ),
    section(
      "Conditions",
      patientCase.conditions.map(({ text }) => text),
      lists.conditions,
    ),
    section(
      "Results",
      patientCase.labs.map(({ text }) => text),
      lists.results,
    ),
    section("Context", [], lists.context),
    section(
      "Not read",
      unread.map(({ text, where, status }) => `${text} (${where}, ${status})`),
      [],
    ),
  ].filter((one) => one !== null);
}

/** A section; null where it would hold nothing. */
function section(title: string, lines: readonly string[], entries: readonly Entry[]): Element | null {
  if (lines.length === 0 && entries.length === 0) return null;
  const shown = lines.length === 0 ? entries.map(({ resource }) => nameOf(resource)) : lines;
  return element({ title, text: narrative(shown), entry: entries.map(reference) });
}

function nameOf(resource: Element): string {
  const code = resource.code as { text?: string } | undefined;
  return `${code?.text ?? String(resource.resourceType)}: ${String(resource.valueString ?? "")}`;
}
