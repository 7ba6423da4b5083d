import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";
import type { Facts } from "@/lib/review/facts/facts";
import { isHigh, isLow, describeInterpretation } from "@/lib/review/facts/results/interpret-result";
import { evaluate } from "./evaluate-predicate";
import { labsIn } from "@/lib/review/predicate-parts";
import { FittingWords } from "./fitting-words";
import { unique } from "@/lib/review/format";

/** The abnormal results that mechanisms explain, each looked at once a review. */
export class MatchingResults {
  private readonly known = new Map<string, readonly string[]>();

  /** The words of the content that fit this patient. */
  readonly fitting: FittingWords;

  constructor(
    private readonly facts: Facts,
    alarm = false,
  ) {
    this.fitting = new FittingWords(facts, alarm);
  }

  /** Results (or listed conditions that mean them) that match a mechanism, in words; empty where none does. */
  ofMechanism(id: string): readonly string[] {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const predicates = this.facts.index.mechanisms.get(id)?.matchingResults ?? [];
    const words = unique(predicates.flatMap((predicate) => this.words(predicate)));
    this.known.set(id, words);
    return words;
  }

  /** Those of several mechanisms, each once. */
  of(mechanisms: readonly string[]): string[] {
    return unique(mechanisms.flatMap((id) => this.ofMechanism(id)));
  }

  /** What speaks against the results themselves that match: a haemolysed sample. */
  doubtsOf(mechanisms: readonly string[]): string[] {
    const labs = mechanisms
      .filter((id) => this.ofMechanism(id).length > 0)
      .flatMap((id) => this.facts.index.mechanisms.get(id)?.matchingResults ?? [])
      .flatMap(labsIn);
    return unique(labs.flatMap((id) => this.facts.labs.latest.get(id)?.doubts ?? []));
  }

  /** Whether the latest result is abnormal the other way: a low potassium where the drugs raise it. */
  contraryTo(id: string): boolean {
    const predicates = this.facts.index.mechanisms.get(id)?.matchingResults ?? [];
    return (
      this.ofMechanism(id).length === 0 &&
      predicates.some((predicate) => {
        if (!("is" in predicate)) return false;
        const judged = this.facts.labs.latest.get(predicate.lab);
        return (
          judged !== undefined &&
          ((predicate.is === "low" && isHigh(judged)) || (predicate.is === "high" && isLow(judged)))
        );
      })
    );
  }

  private words(predicate: Predicate): string[] {
    const truth = evaluate(predicate, this.facts);
    if (truth === true) return this.resultWords(predicate);
    return truth === null ? this.conditionWords(predicate) : [];
  }

  private resultWords(predicate: Predicate): string[] {
    return labsIn(predicate).flatMap((id) => {
      const judged = this.facts.labs.latest.get(id);
      return judged === undefined ? [] : [describeInterpretation(judged)];
    });
  }

  /** Where no result is there, a listed condition that such a result would mean says the same. */
  private conditionWords(predicate: Predicate): string[] {
    if (!("is" in predicate)) return [];
    const lab = this.facts.index.labs.get(predicate.lab);
    const means = { low: lab?.lowMeans, high: lab?.highMeans }[String(predicate.is)];
    const present = means === undefined ? undefined : this.facts.conditions.get(means);
    return present?.from === "list" ? [...present.reasons] : [];
  }
}
