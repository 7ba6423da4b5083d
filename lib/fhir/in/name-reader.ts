import type { Ingredient, Medication, MedicationPiece, NameSuggestion } from "@/lib/domain/medication";
import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { readMedications } from "@/lib/reading/medications/read-medications";

/** What a name is read as: its drugs with whatever else the words say, and the parts that no drug was found in. */
export type NameRead = {
  status: MedicationPiece["status"];
  medications: readonly Medication[];
  suggestions: readonly NameSuggestion[];
  unread: readonly string[];
};

/** Reads names by the ordinary reading, each name once: a file repeats the same drug hundreds of times. */
export class NameReader {
  private readonly known = new Map<string, NameRead>();

  constructor(
    private readonly asOf: string,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  /** A name with brackets, commas or semicolons is one name: what stands in its parts is all of this row. */
  read(words: string): NameRead {
    const known = this.known.get(words);
    if (known !== undefined) return known;
    const read = combined(readMedications(words, { asOf: this.asOf, jurisdiction: this.jurisdiction }));
    this.known.set(words, read);
    return read;
  }
}

function combined(pieces: readonly MedicationPiece[]): NameRead {
  let medications: Medication[] = [];
  for (const piece of pieces) {
    if (piece.status === "unrecognised") continue;
    for (const medication of piece.medications) {
      const same = medications.find((one) => sameDrug(one.ingredients, medication.ingredients));
      if (same === undefined) medications.push(medication);
    }
  }
  if (medications.length > 1) medications = medications.filter((one) => !medications.some((two) => isKindOf(one, two)));
  const recognised = pieces.some(({ status }) => status === "recognised");
  const asked = pieces.find(({ status }) => status === "confirm");
  const unknown = pieces.filter(({ status }) => status === "unrecognised");
  const suggestions = [...new Set(pieces.flatMap((piece) => piece.suggestions))];
  const unread = recognised ? unknown.map(({ text }) => text) : [];
  return { status: statusOf(asked !== undefined, recognised, unknown.length > 0), medications, suggestions, unread };
}

/** "Insulin, Lispro": the kind stands beside one of its kind, and is not a drug of its own. */
function isKindOf(kind: Medication, special: Medication): boolean {
  const [one, two] = [kind.ingredients[0]?.name ?? "", special.ingredients[0]?.name ?? ""];
  return kind !== special && kind.ingredients.length === 1 && one !== "" && two.startsWith(`${one} `);
}

function statusOf(asked: boolean, recognised: boolean, unknown: boolean): MedicationPiece["status"] {
  if (asked) return "confirm";
  if (recognised) return "recognised";
  return unknown ? "unrecognised" : "not-medication";
}

/** The same ingredients, whatever their order. */
export function sameDrug(a: readonly Ingredient[], b: readonly Ingredient[]): boolean {
  return a.length === b.length && a.every(({ name }) => b.some((other) => other.name === name));
}
