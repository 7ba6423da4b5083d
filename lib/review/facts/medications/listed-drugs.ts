import type { MedicationPiece, Medication } from "@/lib/domain/medication";
import { dayRangeOf, type DayRange } from "@/lib/review/facts/day-range";
import { historyOf, type DoseEvent } from "./dose-history";
import { dailyDoseOf, type DailyDose } from "./daily-dose";
import type { IngredientProfile, KnowledgeIndex } from "@/lib/review/facts/knowledge-index";
import { overuse } from "./overuse";
import { routeOf } from "./route";
import type { Ternary } from "@/lib/review/facts/three-valued";
import { byText, drugName, joinWords, formatNumber } from "@/lib/review/format";

/** One medication of the list with what the review needs to know of it. */
export interface ListedDrug {
  readonly medication: Medication;
  readonly profiles: readonly IngredientProfile[];
  readonly route: string | null;
  readonly start: DayRange | null;
  readonly stop: DayRange | null;
  /** Its start and every change of the dose that was told, the earliest first. */
  readonly events: readonly DoseEvent[];
  /** The daily amount of one of its ingredients. */
  readonly doseOf: (ingredient: string) => DailyDose | null;
  readonly overuse: Ternary;
  /** Name, strength and frequency: "hydrochlorothiazide 25 mg daily". By ingredients, so the same for brand and generic. */
  readonly words: string;
  /** Strength and directions without the name; null where none was read. */
  readonly dose: string | null;
  /** Index of its piece in the list as entered. */
  readonly line: number;
  /** Order that does not hang on the order of entry. */
  readonly key: string;
}

/** Whether it is no longer taken. A drug that is taken can have a stop: the latest dose of an injection stands there. */
export function isOver({ medication }: Pick<ListedDrug, "medication">): boolean {
  return medication.use === "stopped" || medication.use === "held";
}

/** What the list says is taken now, and what it says of the rest. */
export interface DrugsOnList {
  readonly current: readonly ListedDrug[];
  /** Taken or not is not clear: judged, but no louder than `consider`. */
  readonly uncertain: readonly ListedDrug[];
  readonly stopped: readonly ListedDrug[];
  /** Planned or recorded as an allergy: not taken. */
  readonly notTaken: readonly ListedDrug[];
}

/** Sorts the recognised medications of a case by use. Pieces that need an answer are not judged and do not stand here. */
export function drugsOnList(pieces: readonly MedicationPiece[], index: KnowledgeIndex): DrugsOnList {
  const drugs = {
    current: Array<ListedDrug>(),
    uncertain: Array<ListedDrug>(),
    stopped: Array<ListedDrug>(),
    notTaken: Array<ListedDrug>(),
  };
  for (const [line, piece] of pieces.entries()) {
    if (piece.status !== "recognised") continue;
    for (const medication of piece.medications)
      drugs[SHELF[medication.use]].push(listedDrug(medication, piece.text, line, index));
  }
  for (const shelf of Object.values(drugs)) shelf.sort((a, b) => byText(a.key, b.key));
  return drugs;
}

const SHELF = {
  current: "current",
  uncertain: "uncertain",
  stopped: "stopped",
  held: "stopped",
  allergy: "notTaken",
  planned: "notTaken",
} as const;

function listedDrug(medication: Medication, lineText: string, line: number, index: KnowledgeIndex): ListedDrug {
  // Most drugs are never asked for their dose or overuse, so these are read when they are.
  const doses = new Map<string, DailyDose | null>();
  let used: Ternary | undefined;
  const dose = formatDose(medication);
  const words = [joinWords(medication.ingredients.map((ingredient) => drugName(ingredient.name))), dose]
    .filter((part) => part !== "")
    .join(" ");
  const route = routeOf(medication);
  return {
    medication,
    profiles: medication.ingredients.map((ingredient) => index.profile(ingredient)),
    route,
    start: dayRangeOf(medication.start),
    stop: dayRangeOf(medication.stop),
    events: historyOf(medication),
    doseOf(ingredient) {
      const known = doses.get(ingredient);
      if (known !== undefined) return known;
      const dose = dailyDoseOf(medication, ingredient);
      doses.set(ingredient, dose);
      return dose;
    },
    get overuse() {
      return (used ??= overuse(medication, lineText));
    },
    words,
    dose: dose === "" ? null : dose,
    line,
    key: [
      words,
      medication.start ?? "",
      medication.stop ?? "",
      medication.use,
      route ?? "",
      JSON.stringify(medication.changes ?? []),
    ].join("|"),
  };
}

/** Strength, amount and frequency as they were read; empty where none was. */
function formatDose(medication: Medication): string {
  return [
    medication.strength,
    describeIntake(medication),
    medication.frequency,
    medication.asNeeded ? "as needed" : null,
  ]
    .filter((part) => part !== null && part !== "")
    .join(" ");
}

/** "2 tablets", "half a tablet", "40 mg a day": what the directions say beyond the strength. */
function describeIntake({ intake, form, strength }: Medication): string | null {
  if (intake === undefined) return null;
  const { low, high, of, per } = intake;
  const amount = low === high ? formatNumber(high) : `${formatNumber(low)} to ${formatNumber(high)}`;
  const unit = of === "unit" ? formatUnit(form, high) : of;
  const words = `${amount} ${unit}${per === "day" ? " a day" : ""}`;
  return words === strength ? null : `(${words})`;
}

function formatUnit(form: string | null, count: number): string {
  const unit = form !== null && /^(tablet|capsule|sachet|patch)$/.test(form) ? form : "at a time";
  return unit === "at a time" || count <= 1 ? unit : `${unit}${unit === "patch" ? "es" : "s"}`;
}

/** "started 2 Feb 2026, increased from 5 mg to 10 mg on 1 Nov 2026", or that no start is given. */
export function describeStart(drug: ListedDrug): string {
  return drug.events.length === 0 ? "start date not given" : drug.events.map(({ words }) => words).join(", ");
}
