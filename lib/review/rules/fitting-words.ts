import type { Medication } from "@/lib/domain/medication";
import type { Statement } from "@/lib/knowledge/schema";
import type { Facts } from "@/lib/review/facts/facts";
import { drugsOnList } from "@/lib/review/facts/medications/listed-drugs";
import { evaluate, type Subject } from "./evaluate-predicate";
import { matchInteractions, severityRank } from "./match-interactions";

/** What stands beside words of the content in one finding. */
export interface Beside {
  /** The medication that the finding is about, for what asks about it. */
  readonly subject?: Subject | null;
  /** A result that matches its mechanism, or a use that is not certain: no word that lowers concern stands beside it. */
  readonly concern?: boolean;
}

/** Chooses, of the words that the content holds for a finding, those that fit this patient. */
export class FittingWords {
  private readonly tried = new Map<string, boolean>();

  /** @param alarm a red flag, an alarm symptom, a result to act on, or words of symptoms or results that were not read */
  constructor(
    private readonly facts: Facts,
    private readonly alarm: boolean,
  ) {}

  /** The statements that presuppose nothing that the patient does not have, offer nothing that the list forbids, and calm nobody beside an alarm. */
  texts(
    statements: readonly Pick<Statement, "text" | "when" | "unless" | "offers" | "lowersConcern">[],
    { subject = null, concern = false }: Beside = {},
  ): string[] {
    return statements
      .filter(
        ({ when, unless, offers, lowersConcern }) =>
          (when === undefined || evaluate(when, this.facts, subject) === true) &&
          (unless === undefined || evaluate(unless, this.facts, subject) !== true) &&
          (lowersConcern === undefined || !(this.alarm || concern)) &&
          (offers === undefined || offers.every((name) => this.mayBeOffered(name))),
      )
      .map(({ text }) => text);
  }

  /** Whether a drug could be taken beside the list: no contraindicated or major row holds for it, at whatever dose. */
  private mayBeOffered(name: string): boolean {
    const known = this.tried.get(name);
    if (known !== undefined) return known;
    const { current } = this.facts.drugs;
    const piece = {
      text: name,
      start: 0,
      end: name.length,
      status: "recognised" as const,
      medications: [offered(name)],
      suggestions: [],
    };
    const [drug] = drugsOnList([piece], this.facts.index).current;
    const fits =
      drug !== undefined &&
      !matchInteractions({ ...this.facts, drugs: { ...this.facts.drugs, current: [...current, drug] } }).some(
        ({ row, severity, slots }) =>
          Math.min(severityRank(row.severity), severityRank(severity)) <= severityRank("major") &&
          slots.some((partners) => partners.some((partner) => partner.drug === drug)),
      );
    this.tried.set(name, fits);
    return fits;
  }
}

function offered(name: string): Medication {
  return {
    name,
    match: "exact",
    ingredients: [{ rxcui: null, name }],
    strength: null,
    form: null,
    route: null,
    frequency: null,
    asNeeded: false,
    start: null,
    stop: null,
    use: "current",
    useReason: null,
    doubts: [],
  };
}
