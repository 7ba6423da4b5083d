import type { Interaction } from "@/lib/knowledge/schema";
import type { ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import { explain } from "./explain-predicate";
import type { Facts } from "@/lib/review/facts/facts";
import type { IngredientProfile } from "@/lib/review/facts/knowledge-index";
import { evaluate } from "./evaluate-predicate";
import { allowsRoute } from "@/lib/review/facts/medications/route";
import type { Ternary } from "@/lib/review/facts/three-valued";
import { againstLimit, type LimitState } from "./dose-limit";
import { byText, unique } from "@/lib/review/format";

/** An ingredient of a current medication that stands in one place of an interaction row. */
export interface Participant {
  readonly drug: ListedDrug;
  readonly profile: IngredientProfile;
}

type Severity = Interaction["severity"];
type Rise = Interaction["risesTo"][number];

/** How the dose stands to the label's limit in this combination. */
export type CapState = "none" | LimitState;

/** An ingredient whose dose decides about the row and was not read. */
export interface UnreadDose {
  readonly ingredient: string;
  readonly maxDailyMg: number;
}

/** A row that holds for this patient. */
export interface MatchedInteraction {
  readonly row: Interaction;
  /** Per place of the row, the partners that have a counterpart in the other places. */
  readonly slots: readonly (readonly Participant[])[];
  readonly severity: Severity;
  readonly cap: CapState;
  /** Ingredients above the limit. */
  readonly breached: ReadonlySet<string>;
  /** The label's highest daily dose in this combination, in mg; null where it gives none. */
  readonly limit: number | null;
  readonly unreadDoses: readonly UnreadDose[];
  /** Facts that make it hold or raise it, and how the dose stands to the limit. */
  readonly reasons: readonly string[];
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { contraindicated: 0, major: 1, moderate: 2, minor: 3 };

/** 0 for contraindicated. */
export function severityRank(severity: Severity): number {
  return SEVERITY_RANK[severity];
}

/** Every row of the content that holds for the current medications, before the loudest of a pair is chosen. */
export function matchInteractions(facts: Facts): MatchedInteraction[] {
  const slotsOfRow = new Map<Interaction, Participant[][]>();
  for (const drug of facts.drugs.current) {
    for (const profile of drug.profiles) {
      for (const { row, slot, routes } of profile.hits) {
        if (!("severity" in row) || !allowsRoute(routes, drug.route)) continue;
        const slots = slotsOfRow.get(row) ?? row.drugs.map(() => []);
        slotsOfRow.set(row, slots);
        const partners = slots[slot];
        if (partners !== undefined && !partners.some((partner) => partner.drug === drug && partner.profile === profile))
          partners.push({ drug, profile });
      }
    }
  }
  return [...slotsOfRow].flatMap(([row, slots]) => fire(row, slots, facts) ?? []);
}

function fire(row: Interaction, candidates: readonly Participant[][], facts: Facts): MatchedInteraction | null {
  if (row.jurisdiction !== undefined && row.jurisdiction !== facts.context.jurisdiction) return null;
  const slots = candidates.map((partners, slot) =>
    partners.filter((partner) => hasCounterparts(partner, slot, candidates)),
  );
  if (slots.some((partners) => partners.length === 0)) return null;
  const kept = row.when === undefined ? slots : slotsWhere(row, slots, facts);
  if (kept === null) return null;
  const risen = row.risesTo.find(({ when }) => evaluate(when, facts) === true);
  const doses = capState(row, kept, facts);
  const severity = effectiveSeverity(row, risen, doses.cap);
  const reasons = [
    ...(row.when === undefined
      ? []
      : unique(
          kept[0]?.flatMap((partner) => (row.when === undefined ? [] : explain(row.when, facts, subjectOf(partner)))) ??
            [],
        )),
    ...(risen === undefined ? [] : [risen.words, ...explain(risen.when, facts)]),
    ...doses.reasons,
  ];
  return {
    row,
    slots: kept,
    severity,
    cap: doses.cap,
    breached: doses.breached,
    limit: doses.limit,
    unreadDoses: doses.unread,
    reasons,
  };
}

/** Drug-condition rows are asked of each drug, because what must hold may be its dose. */
function slotsWhere(row: Interaction, slots: readonly Participant[][], facts: Facts): Participant[][] | null {
  const when = row.when;
  if (when === undefined) return [...slots];
  const [first = [], ...rest] = slots;
  const kept = first.filter((partner) => evaluate(when, facts, subjectOf(partner)) === true);
  return kept.length === 0 ? null : [kept, ...rest];
}

function subjectOf(partner: Participant) {
  return { drug: partner.drug, ingredient: partner.profile.name, capBreached: null, startedInsideWindow: null };
}

/** Whether the other places can be filled by ingredients that differ from this one and from each other. */
function hasCounterparts(partner: Participant, slot: number, slots: readonly Participant[][]): boolean {
  const { key } = partner.profile;
  if (slots.length === 1) return true;
  if (slots.length === 2) return (slots[1 - slot] ?? []).some((other) => other.profile.key !== key);
  // So many different ingredients of a place are enough to find a filling, if there is one.
  const others = slots.filter((_, other) => other !== slot).map((partners) => firstDistinct(partners, slots.length));
  return canFill(others, 0, [key]);
}

function canFill(places: readonly (readonly string[])[], at: number, used: readonly string[]): boolean {
  return (
    at === places.length ||
    (places[at] ?? []).some((key) => !used.includes(key) && canFill(places, at + 1, [...used, key]))
  );
}

function firstDistinct(partners: readonly Participant[], amount: number): string[] {
  const keys: string[] = [];
  for (const { profile } of partners) {
    if (!keys.includes(profile.key)) keys.push(profile.key);
    if (keys.length >= amount) break;
  }
  return keys;
}

interface Doses {
  readonly cap: CapState;
  readonly breached: ReadonlySet<string>;
  readonly reasons: readonly string[];
  readonly limit: number | null;
  readonly unread: readonly UnreadDose[];
}

/** The highest daily dose of the label against what was read. One ingredient above its limit is a breach. */
function capState(row: Interaction, slots: readonly (readonly Participant[])[], facts: Facts): Doses {
  const breached = new Set<string>();
  const limits: number[] = [];
  const unread: UnreadDose[] = [];
  const reasons: string[] = [];
  const states: CapState[] = [];
  const partners = slots.flat();
  for (const [name, { maxDailyMg }] of capsFor(row, facts)) {
    for (const lines of linesOfDrug(partners, name).values()) {
      const [first] = lines;
      if (first === undefined) continue;
      const ingredient = first.profile.name;
      const verdict = againstLimit(lines, maxDailyMg);
      limits.push(maxDailyMg);
      states.push(verdict.state);
      if (verdict.state === "breached") breached.add(ingredient);
      if (verdict.state === "not-read") unread.push({ ingredient, maxDailyMg });
      reasons.push(verdict.reason);
    }
  }
  const within = states.length > 0 ? "within" : "none";
  const cap = (["breached", "not-read"] as const).find((state) => states.includes(state)) ?? within;
  return {
    cap,
    breached,
    reasons: unique(reasons).sort(byText),
    limit: limits.length === 0 ? null : Math.min(...limits),
    unread,
  };
}

/** The medications that hold an ingredient with a limit, all lines of one drug together. */
function linesOfDrug(partners: readonly Participant[], name: string): Map<string, Participant[]> {
  const lines = new Map<string, Participant[]>();
  for (const partner of partners) {
    const { profile, drug } = partner;
    if (profile.name !== name && !profile.names.has(name)) continue;
    const known = lines.get(profile.key) ?? [];
    lines.set(profile.key, known);
    if (!known.some((other) => other.drug === drug)) known.push(partner);
  }
  return lines;
}

/** One limit an ingredient: the country's own where there is one. */
function capsFor(row: Interaction, facts: Facts): Map<string, { maxDailyMg: number }> {
  const caps = new Map<string, { maxDailyMg: number; own: boolean }>();
  for (const { of, maxDailyMg, jurisdiction } of row.caps) {
    if (jurisdiction !== undefined && jurisdiction !== facts.context.jurisdiction) continue;
    const own = jurisdiction !== undefined;
    const known = caps.get(of);
    if (known === undefined || (own && !known.own)) caps.set(of, { maxDailyMg, own });
  }
  return caps;
}

/**
 * A dose within the label's limit makes a row minor, one that was not read moderate. A row that was not verified is never
 * above moderate unless a page that was read makes it so: a dose above the label's limit, or a rise that names its source.
 */
function effectiveSeverity(row: Interaction, risen: Rise | undefined, cap: CapState): Severity {
  const stated = risen?.severity ?? row.severity;
  const backed = row.verified || cap === "breached" || risen?.source !== undefined;
  const shown = backed ? stated : weaker(stated, "moderate");
  if (shown === "contraindicated") return shown;
  if (cap === "within") return "minor";
  if (cap === "not-read") return weaker(shown, "moderate");
  return shown;
}

function weaker(a: Severity, b: Severity): Severity {
  return severityRank(a) >= severityRank(b) ? a : b;
}

/** Whether the daily dose of an ingredient is above the limit of a row that holds; not known where a dose was not read. */
export function capBreachedFor(ingredient: string, rows: readonly MatchedInteraction[]): Ternary {
  let unknown = false;
  for (const fired of rows) {
    if (fired.breached.has(ingredient)) return true;
    if (fired.cap === "not-read" && fired.row.caps.some((cap) => cap.of === ingredient)) unknown = true;
  }
  return unknown ? null : false;
}
