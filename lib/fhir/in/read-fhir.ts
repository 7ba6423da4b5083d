import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { allergyRow, type AllergyRow } from "./allergy-row";
import { conditionRow, familyRows, type ConditionRow } from "./condition-row";
import { dialysisIn, observedContext, patientContext, type FhirContext } from "./context-of";
import { ownContext } from "./own-context";
import { medicationRow, nameOfLeft, type MedicationRow, type MedicationReading } from "./medication-row";
import { NameReader } from "./name-reader";
import { References } from "./references";
import { openFile, type Held } from "./resources";
import { resultRows, type ResultRow } from "./result-rows";
import { subjectsOf } from "./subjects";
import { isMedicationKind, type MedicationKind } from "./use";
import { ownCondition, ownMedication, ownResult } from "./own-piece";

/** Something of the file that gave no row, by its JSON path and with why. `name`: of results, the test. */
export type NotRead = { path: string; kind: string; reason: string; name?: string };

/** A FHIR file, read: one row for each resource that was understood, and everything else named. */
export type FhirReading = {
  medications: MedicationRow[];
  conditions: ConditionRow[];
  labs: ResultRow[];
  allergies: AllergyRow[];
  context: FhirContext;
  notRead: NotRead[];
  /** False where the file is one page of a longer answer, or holds more than one patient. */
  complete: boolean;
  patients: number;
};

export type ReadFhirOptions = {
  asOf: string;
  jurisdiction?: Jurisdiction;
  /** The knowledge base's condition for an ICD-10-CM code. */
  conditionIdOf: (code: string) => string | null;
  /** How many resources are read (the page and interfaces); without it all of them. */
  most?: number;
};

/**
 * Reads FHIR as JSON: one resource, a Bundle, a list, or one resource a line; R4, and the shapes of STU3 and R5 where they differ.
 * Fields are read as fields; only names of drugs, conditions and tests go through the reading of words. Names, addresses and
 * numbers of the patient are never taken. Linear in the size of the file.
 * @throws AppError `bad-json` or `bad-input` where there is no FHIR at all; anything less is named in `notRead`
 */
export function readFhir(text: string, options: ReadFhirOptions): FhirReading {
  const { held: whole, lost, complete } = openFile(text);
  const references = new References(whole);
  const held = whole.flatMap((one) => [one, ...one.contained.filter((inner) => inner.kind !== "Medication")]);
  const { patients, isOfOther } = subjectsOf(held, references);
  const reading = new Reading(options, references);
  reading.notRead.push(...lost);
  if (patients > 1) {
    const reason = `this file holds ${patients} patients; their entries are never mixed, so that none was read`;
    reading.notRead.push({ path: "$", kind: "Bundle", reason });
    for (const one of held) reading.leave(one, "one of several patients");
    return { ...reading.answer(), complete: false, patients };
  }
  const most = options.most ?? Infinity;
  held.forEach((one, index) => {
    if (isOfOther(one)) reading.leave(one, "of another person than the rest of the file");
    else if (index >= most)
      reading.leave(one, `beyond the limit of ${most.toLocaleString("en-GB")} resources in one file`);
    else reading.take(one);
  });
  const beyond = held.length > most || lost.some(({ reason }) => reason.startsWith("is not valid JSON"));
  return { ...reading.answer(), complete: complete && !beyond, patients };
}

class Reading {
  readonly notRead: NotRead[] = [];
  private readonly medications: MedicationRow[] = [];
  private readonly conditions: ConditionRow[] = [];
  private readonly labs: ResultRow[] = [];
  private readonly allergies: AllergyRow[] = [];
  private context: FhirContext = {};
  private readonly used = new Set<Held>();
  private readonly drugs: Held[] = [];
  private readonly of: MedicationReading;

  constructor(
    private readonly options: ReadFhirOptions,
    references: References,
  ) {
    const { asOf, jurisdiction = "US" } = options;
    const noted = new NotingReferences(references, this.used);
    this.of = { names: new NameReader(asOf, jurisdiction), references: noted, asOf, jurisdiction };
  }

  leave(held: Held, reason: string, name?: string): void {
    const { path, kind } = held;
    const called = name ?? (isMedicationKind(kind) ? nameOfLeft(held, this.of.references) : undefined);
    this.notRead.push({ path, kind, reason, ...(called === undefined ? {} : { name: called }) });
  }

  take(held: Held): void {
    const { kind } = held;
    if (isMedicationKind(kind)) return this.medication(held, kind);
    switch (kind) {
      case "Condition":
        return this.condition(held);
      case "FamilyMemberHistory":
        return this.family(held);
      case "AllergyIntolerance":
        return this.allergy(held);
      case "Observation":
        return this.observation(held);
      case "Patient":
        this.context = { ...patientContext(held), ...this.context };
        return;
      case "Medication":
        this.drugs.push(held);
        return;
      case "Procedure":
        if (!dialysisIn(held, this.options.asOf)) return this.leave(held, NOT_ASKED);
        this.context = { ...this.context, dialysis: true };
        return;
      case "OperationOutcome":
        return this.outcome(held);
      default:
        return this.leave(held, NOT_ASKED);
    }
  }

  answer(): Omit<FhirReading, "complete" | "patients"> {
    for (const drug of this.drugs) if (!this.used.has(drug)) this.leave(drug, "no order or statement refers to it");
    this.drugs.length = 0;
    const { medications, conditions, labs, allergies, context, notRead } = this;
    return { medications, conditions, labs, allergies, context, notRead };
  }

  private medication(held: Held, kind: MedicationKind): void {
    const row = medicationRow(held, kind, this.of);
    if ("reason" in row) this.leave(held, row.reason);
    else this.medications.push(ownMedication(row, held.part));
  }

  private condition(held: Held): void {
    const row = conditionRow(held, this.options);
    if ("reason" in row) this.leave(held, row.reason);
    else this.conditions.push(ownCondition(row, held.part));
  }

  private allergy(held: Held): void {
    const row = allergyRow(held, this.of.names);
    if ("reason" in row) this.leave(held, row.reason);
    else this.allergies.push(ownMedication(row, held.part));
  }

  private family(held: Held): void {
    const rows = familyRows(held, this.options);
    if ("reason" in rows) this.leave(held, rows.reason);
    else
      this.conditions.push(
        ...rows.map((row, index) => ownCondition(row, held.part.list("condition")[index] ?? held.part)),
      );
  }

  private observation(held: Held): void {
    const own = ownContext(held);
    if (own !== null) {
      this.context = { ...this.context, ...own };
      return;
    }
    const observed = observedContext(held, this.options.asOf);
    if (observed !== null) {
      if (typeof observed.reason === "string") this.leave(held, observed.reason);
      else this.context = { ...this.context, ...observed };
      return;
    }
    const { rows, left } = resultRows(held);
    const written = ownResult(rows, held.part, held.path);
    if (written !== null) {
      this.labs.push(written);
      return;
    }
    this.labs.push(...rows);
    for (const { reason, name } of left) this.leave(held, reason, name);
  }

  private outcome(held: Held): void {
    const issues = held.part.list("issue");
    const said = issues
      .map((issue) => issue.text("diagnostics") ?? issue.text("code") ?? "")
      .filter((one) => one !== "");
    this.leave(
      held,
      said.length === 0
        ? "a message of the sending system"
        : `the sending system says: ${said.join("; ").slice(0, 500)}`,
    );
  }
}

const NOT_ASKED = "not a kind of resource that is read here";

/** Notes which resources were referred to. */
class NotingReferences extends References {
  constructor(
    private readonly inner: References,
    private readonly used: Set<Held>,
  ) {
    super([]);
  }

  override find(reference: string, from: Held): readonly Held[] {
    const found = this.inner.find(reference, from);
    for (const one of found) this.used.add(one);
    return found;
  }
}
