import type { ReportedInteraction } from "@/lib/review/rules/one-interaction-per-pair";
import { byText, capitalised, joinWords, formatNumber, unique } from "@/lib/review/format";

/**
 * The title of an interaction by the drugs of this list: "Simvastatin with amlodipine: above the label's limit of 20 mg a day".
 * The title of the content names all drugs that the row is about; here only those that the patient takes stand.
 */
export function rowTitle({ row, slots, ingredients, breached, limit, cap }: ReportedInteraction): string {
  const places = slots.map((partners) =>
    unique(partners.map(({ profile }) => profile.name))
      .filter((name) => ingredients.includes(name))
      .sort(byText),
  );
  const side = cap === "within" ? "within" : null;
  const where = breached.size > 0 ? "above" : side;
  const ends =
    limit === null || where === null ? "" : `: ${where} the label's limit of ${formatNumber(limit)} mg a day`;
  if (places.length === 1) return aboutOneDrug(places[0] ?? [], row.title) + ends;
  return capitalised(together(places)) + ends;
}

function together(places: readonly (readonly string[])[]): string {
  const all = places.flat();
  const [first = [], ...rest] = places;
  if (unique(all).length < all.length) {
    const names = unique(all).sort(byText);
    return names.length === 2 ? names.join(" with ") : `${joinWords(names)} together`;
  }
  return `${joinWords(first)} with ${joinWords(rest.flat())}`;
}

/** "Beta agonist with a low potassium" is told of the patient's own. */
function aboutOneDrug(names: readonly string[], title: string): string {
  const drugs = capitalised(joinWords(names));
  const at = title.search(/ (with|where|at) /);
  if (names.length === 0 || names.every((name) => title.toLowerCase().includes(name))) return title;
  return at < 0 ? `${drugs}: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : `${drugs}${title.slice(at)}`;
}
