import { AppError } from "@/lib/domain/errors";
import { parseJson } from "@/lib/domain/parse-json";
import { allergyLine, conditionLine } from "./condition-line";
import { medicationLine, writtenLine, type MedicationLine } from "./medication-line";
import {
  AllergyIntolerance,
  AnyResource,
  Bundle,
  Condition,
  Medication,
  MedicationResource,
  Observation,
  Patient,
  type Concept,
} from "./resources";
import { resultLines, type ResultLine } from "./result-line";

/** A kind of resource in a file that gave nothing to the entry, how many there are, and why. `names`: of results, the tests. */
export type NotRead = { what: string; count: number; why: string; names: string[] };

/** What a FHIR file gives to the fields of the entry, as a person would have typed it. Names, addresses and identifiers are never taken. */
export type FhirEntry = {
  medications: string[];
  conditions: string[];
  results: string[];
  birthYear: string | null;
  sex: string | null;
  notRead: NotRead[];
};

type Held = { resource: AnyResource; fullUrl: string | undefined };

/** How many results of one test are taken, newest first; older ones are counted as not read. */
const RESULTS_OF_A_TEST = 3;
const NOT_ASKED = "not a kind of resource that is read here";
const BAD_FORM = "not in the form of FHIR R4";

export type FhirOptions = {
  /** How many resources are taken (the page and interfaces); without it all of them. The others are counted as not read. */
  most?: number;
};

/**
 * Turns a FHIR R4 file (a Bundle, one resource, a list of resources, or one resource a line) into text for the entry. Texts then
 * go through the ordinary reading. Nothing is dropped silently: what is not taken is counted in `notRead` with why.
 * @throws AppError `bad-json` where it is no JSON, `bad-input` where it is not FHIR or holds more than one patient
 */
export function fromFhir(text: string, { most = Infinity }: FhirOptions = {}): FhirEntry {
  const held = resourcesOf(parsed(text));
  refuseSeveralPatients(held);
  const taking = new FhirEntryBuilder(held);
  held.forEach(({ resource }, index) => {
    if (index < most) taking.take(resource);
    else taking.leave(resource, `beyond the limit of ${most.toLocaleString("en-GB")} resources in one file`);
  });
  return taking.entry();
}

/** Collects what each resource gives. */
class FhirEntryBuilder {
  private readonly lines = new Map<string, MedicationLine>();
  private readonly allergies: string[] = [];
  private readonly conditions: string[] = [];
  private readonly results: ResultLine[] = [];
  private readonly notRead = new Map<string, Left>();
  private readonly positions = new Map<string, number>();
  private birthYear: string | null = null;
  private sex: string | null = null;
  private readonly concepts: ReadonlyMap<string, Concept>;
  /** What orders and statements refer to, and the full addresses of the separate drugs in their order. */
  private readonly referred: ReadonlySet<string>;
  private readonly addresses: readonly (string | undefined)[];

  constructor(held: readonly Held[]) {
    this.concepts = medicationConcepts(held);
    this.referred = new Set(held.flatMap(({ resource }) => referenceIn(resource.medicationReference) ?? []));
    this.addresses = held
      .filter(({ resource }) => resource.resourceType === "Medication")
      .map(({ fullUrl }) => fullUrl);
  }

  take(resource: AnyResource): void {
    const position = (this.positions.get(resource.resourceType) ?? 0) + 1;
    this.positions.set(resource.resourceType, position);
    switch (resource.resourceType) {
      case "MedicationRequest":
      case "MedicationStatement":
      case "MedicationAdministration":
        return this.medication(resource, position);
      case "Condition":
        return this.line(
          resource,
          Condition.safeParse(resource),
          (condition) => conditionLine(condition, position),
          this.conditions,
          "entered in error",
        );
      case "AllergyIntolerance":
        return this.line(
          resource,
          AllergyIntolerance.safeParse(resource),
          (allergy) => allergyLine(allergy, position),
          this.allergies,
          "refuted or entered in error",
        );
      case "Observation":
        return this.observation(resource);
      case "Patient":
        return this.patient(resource);
      case "Medication":
        return this.separateMedication(resource, position);
      default:
        return this.leave(resource, NOT_ASKED);
    }
  }

  entry(): FhirEntry {
    const lines = [...this.lines.values()];
    const written = [...lines.filter((line) => line.current), ...lines.filter((line) => !line.current)].map(
      writtenLine,
    );
    return {
      medications: [...written, ...distinct(this.allergies)],
      conditions: distinct(this.conditions),
      results: this.newestResults(),
      birthYear: this.birthYear,
      sex: this.sex,
      notRead: [...this.notRead.values()].map((left) => ({ ...left, names: named([...left.names]) })),
    };
  }

  private medication(resource: AnyResource, position: number): void {
    const read = MedicationResource.safeParse(resource);
    if (!read.success) return this.leave(resource, BAD_FORM);
    const line = medicationLine(read.data, position, (reference) => this.concepts.get(reference) ?? null);
    if (line === null) return this.leave(resource, "entered in error");
    const key = `${line.words.toLowerCase()}|${line.taking}`;
    const same = this.lines.get(key);
    if (same === undefined) this.lines.set(key, line);
    else same.prescribed.push(...line.prescribed);
  }

  /** A separate drug is written where it is ordered; one that nothing refers to is no medication of the patient. */
  private separateMedication(resource: AnyResource, position: number): void {
    const fullUrl = this.addresses[position - 1];
    const used = [fullUrl, `Medication/${resource.id ?? ""}`].some(
      (address) => address !== undefined && this.referred.has(address),
    );
    if (!used) this.leave(resource, "no order or statement refers to it");
  }

  private line<Data>(
    resource: AnyResource,
    read: { success: true; data: Data } | { success: false },
    words: (data: Data) => string | null,
    into: string[],
    why: string,
  ): void {
    if (!read.success) return this.leave(resource, BAD_FORM);
    const line = words(read.data);
    if (line === null) return this.leave(resource, why);
    into.push(line);
  }

  private observation(resource: AnyResource): void {
    const read = Observation.safeParse(resource);
    if (!read.success) return this.leave(resource, BAD_FORM);
    const lines = resultLines(read.data);
    if ("why" in lines) return this.leave(resource, lines.why);
    for (const line of lines) {
      if (line.known) this.results.push(line);
      else this.leave(resource, "no test that is read here", line.name);
    }
  }

  private patient(resource: AnyResource): void {
    const read = Patient.safeParse(resource);
    if (!read.success) return this.leave(resource, BAD_FORM);
    this.birthYear = /^\d{4}/.exec(read.data.birthDate ?? "")?.[0] ?? null;
    this.sex =
      read.data.gender === "male" || read.data.gender === "female" || read.data.gender === "other"
        ? read.data.gender
        : null;
  }

  /** Newest first, three of each test; the rest is counted. */
  private newestResults(): string[] {
    const taken = new Map<string, number>();
    return [...this.results]
      .sort((a, b) => Number(a.date < b.date) - Number(a.date > b.date))
      .flatMap(({ line, test }) => {
        const before = taken.get(test) ?? 0;
        taken.set(test, before + 1);
        if (before < RESULTS_OF_A_TEST) return [line];
        this.leave({ resourceType: "Observation" }, `older than the ${RESULTS_OF_A_TEST} newest results of its test`);
        return [];
      });
  }

  /** Counts what gave nothing. Adds to what is there and copies nothing: a file may hold thousands of one kind. */
  leave({ resourceType }: AnyResource, why: string, name?: string): void {
    const key = `${resourceType}|${why}`;
    const left = this.notRead.get(key) ?? { what: resourceType, why, count: 0, names: new Set<string>() };
    left.count += 1;
    if (name !== undefined) left.names.add(name);
    this.notRead.set(key, left);
  }
}

type Left = Omit<NotRead, "names"> & { names: Set<string> };

/** So many tests are named; how many more there are is said. */
const MOST_NAMED = 50;

function named(names: readonly string[]): string[] {
  return names.length <= MOST_NAMED
    ? [...names]
    : [...names.slice(0, MOST_NAMED), `and ${names.length - MOST_NAMED} more`];
}

/** One JSON value, or one a line. Throws `bad-input` where it holds what is no text or is nested without end. */
function parsed(text: string): unknown {
  const whole = jsonOrNull(text);
  if (whole !== null) return whole.value;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values = lines.map(jsonOrNull).filter((line) => line !== null);
  if (lines.length < 2 || values.length < lines.length)
    throw new AppError("bad-json", "This file is not valid JSON. Nothing was changed.");
  return values.map(({ value }) => value);
}

function jsonOrNull(text: string): { value: unknown } | null {
  try {
    return { value: parseJson(text) };
  } catch (error) {
    if (error instanceof AppError && error.code === "bad-json") return null;
    throw error;
  }
}

function resourcesOf(value: unknown): Held[] {
  const bundle = Bundle.safeParse(value);
  const given = bundle.success
    ? (bundle.data.entry ?? [])
    : (Array.isArray(value) ? value : [value]).map((resource: unknown) => ({ fullUrl: undefined, resource }));
  const held = given.map(({ fullUrl, resource }) => ({
    fullUrl,
    resource: AnyResource.safeParse(resource).data ?? { resourceType: "(no resource)" },
  }));
  if (!bundle.success && held.every(({ resource }) => resource.resourceType === "(no resource)")) {
    throw new AppError("bad-input", "This file is JSON, but not FHIR: it holds no resource. Nothing was changed.");
  }
  return held;
}

/** Two people's drugs in one list would be worse than none. */
function refuseSeveralPatients(held: readonly Held[]): void {
  const patients = held.filter(({ resource }) => resource.resourceType === "Patient").length;
  const subjects = new Set(
    held.flatMap(({ resource }) => {
      const reference = referenceIn(resource.subject) ?? referenceIn(resource.patient);
      return reference === null ? [] : [reference.replace(/^.*[/:]/, "")];
    }),
  );
  const count = Math.max(patients, subjects.size);
  if (count > 1)
    throw new AppError(
      "bad-input",
      `This file holds ${count} patients. Nothing was changed. Import one patient at a time.`,
    );
}

function referenceIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("reference" in value)) return null;
  return typeof value.reference === "string" ? value.reference : null;
}

/** Separate Medication resources by every address that a reference may use. */
function medicationConcepts(held: readonly Held[]): ReadonlyMap<string, Concept> {
  return new Map(
    held.flatMap(({ resource, fullUrl }): [string, Concept][] => {
      const read = Medication.safeParse(resource);
      const code = read.data?.code;
      if (code === undefined) return [];
      return [fullUrl, read.data?.id === undefined ? undefined : `Medication/${read.data.id}`].flatMap(
        (address): [string, Concept][] => (address === undefined ? [] : [[address, code]]),
      );
    }),
  );
}

function distinct(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}
