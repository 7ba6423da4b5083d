import type { DailyDose } from "@/lib/review/facts/medications/daily-dose";
import type { ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import type { IngredientProfile } from "@/lib/review/facts/knowledge-index";
import { formatNumber, unique } from "@/lib/review/format";

/** How a daily dose stands to a limit of the label. */
export type LimitState = "breached" | "within" | "not-read";

interface Line {
  readonly drug: ListedDrug;
  readonly profile: IngredientProfile;
}

/**
 * All lines of one drug together against the highest daily dose of the label. A dose that was not wholly read, or that stands in
 * doubt, is never within; one that is above by what was read is a breach. Lines that are alike may be one drug written twice, so
 * they are within or above only where both readings say so.
 */
export function againstLimit(lines: readonly Line[], maxDailyMg: number): { state: LimitState; reason: string } {
  const limit = `the label's limit in this combination is ${formatNumber(maxDailyMg)} mg a day`;
  const name = lines[0]?.profile.name ?? "";
  const doses = lines.map(({ drug, profile }) => ({ drug, dose: drug.doseOf(profile.name) }));
  const read = doses.flatMap(({ drug, dose }) => (dose === null ? [] : [{ drug, dose }]));
  if (read.length === 0) return { state: "not-read", reason: `${name}: daily dose not read; ${limit}` };
  const all = sum(read.map(({ dose }) => dose));
  const once = sum([...new Map(read.map(({ drug, dose }) => [drug.words, dose])).values()]);
  const known = read.length === doses.length && read.every(({ dose }) => dose.certainty === "known");
  const said = (mg: number) =>
    amountInWords(
      name,
      mg,
      read.map(({ dose }) => dose),
      known,
    );
  if (once > maxDailyMg) return { state: "breached", reason: `${said(once === all ? all : once)}; ${limit}` };
  if (!known) {
    const missing = read.length < doses.length ? "one of its lines without a dose" : "how often a day not read";
    return { state: "not-read", reason: `${said(all)}, ${missing}; ${limit}` };
  }
  if (all > maxDailyMg)
    return {
      state: "not-read",
      reason: `${said(once)} if the line stands there twice by mistake, ${formatNumber(all)} mg if both are taken; ${limit}`,
    };
  return { state: "within", reason: `${said(all)}, within the limit: ${limit}` };
}

/** A limit is about the days on which it is taken. */
function sum(doses: readonly DailyDose[]): number {
  return Math.round(doses.reduce((total, { mg, most }) => total + (most ?? mg), 0) * 1e6) / 1e6;
}

function amountInWords(name: string, mg: number, doses: readonly DailyDose[], known: boolean): string {
  const upTo = doses.some((dose) => dose.upTo === true) ? "up to " : "";
  const parts = unique(doses.map((dose) => formatNumber(dose.most ?? dose.mg)));
  const lines =
    doses.length > 1 && parts.length > 1
      ? ` (${doses.map((dose) => formatNumber(dose.most ?? dose.mg)).join(" + ")} mg on ${doses.length} lines)`
      : "";
  const usual = known ? "a day" : "a dose";
  const when = doses.some((dose) => dose.most !== undefined) ? "on a day of taking" : usual;
  const amount = `${name} ${upTo}${formatNumber(mg)} mg ${when}${lines}`;
  return doses.some((dose) => dose.unitAssumed === true)
    ? `${amount}, if ${formatNumber(mg)} mg is meant (no unit given)`
    : amount;
}
