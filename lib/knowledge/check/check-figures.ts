import type { BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import type { Finding } from "./content-problem";
import type { FieldPath } from "./content-problem";
import type { EvidenceFigure } from "@/lib/knowledge/schema";

/**
 * Figures: none in an entry that was not verified, neither as a figure nor inside its words; each figure is carried by a
 * page that was read and by an entry that lists that page; its parts agree with each other and with its text.
 */
export function checkFigures({ knowledge, sources }: BuiltKnowledge): Finding[] {
  const notPages = new Set(sources.filter((source) => source.notAPage).map((source) => source.id));
  const carriers = [
    ...knowledge.classes.map((entry) => ({ entry, field: "evidence", figures: entry.evidence })),
    ...[...knowledge.interactions, ...knowledge.conditions, ...knowledge.treatments].map((entry) => ({
      entry,
      field: "figures",
      figures: entry.figures,
    })),
  ];
  return carriers.flatMap(({ entry, field, figures }) => [
    ...figures.flatMap((figure, i) =>
      figureProblems(figure, notPages, entry.sources).map((problem) =>
        error(entry, [field, i, ...problem.path], problem.message),
      ),
    ),
    ...(entry.verified ? [] : unverifiedNumbers(entry, field, figures, notPages)),
  ]);
}

function figureProblems(
  figure: EvidenceFigure,
  notPages: ReadonlySet<string>,
  sourcesOfEntry: readonly string[],
): { path: FieldPath; message: string }[] {
  const problems: { path: FieldPath; message: string }[] = [];
  if (notPages.has(figure.source))
    problems.push({
      path: ["source"],
      message: `"${figure.source}" is not a page that was read, so no figure can come from it`,
    });
  if (!sourcesOfEntry.includes(figure.source))
    problems.push({
      path: ["source"],
      message: `"${figure.source}" carries a figure and is missing from the entry's sources`,
    });
  const { low, estimate, high } = figure;
  if ((low === null) !== (high === null)) problems.push({ path: ["low"], message: "an interval has two ends" });
  if (low !== null && high !== null && low > high)
    problems.push({ path: ["low"], message: "the interval's lower end is above its upper end" });
  if (estimate !== null && low !== null && high !== null && (estimate < low || estimate > high))
    problems.push({ path: ["estimate"], message: "the estimate lies outside its interval" });
  for (const [name, value] of [
    ["estimate", estimate],
    ["low", low],
    ["high", high],
  ] as const) {
    if (value !== null && !namesNumber(figure.text, value))
      problems.push({ path: [name], message: `${value} does not stand in the text as printed, "${figure.text}"` });
  }
  return problems;
}

/** Whether the text prints this number ("1.00" prints 1; "0.84 fewer" prints -0.84) or the two counts that it is the percentage of. */
function namesNumber(text: string, value: number): boolean {
  const plain = text.replace(/(\d),(?=\d{3}\b)/g, "$1");
  const printed = plain.match(/\d+(?:\.\d+)?/g) ?? [];
  const counts = [...plain.matchAll(/(?<!\d)(\d+) (?:of|in|out of) (\d+)/g)];
  return (
    printed.some((word) => Number(word) === Math.abs(value)) ||
    counts.some(([, part, whole]) => Math.abs((100 * Number(part)) / Number(whole) - value) < 0.051)
  );
}

const RATE = /\d\s*%|\bper cent\b|\b\d+ (?:of|in|out of) \d+\b|\b(?:OR|RR|HR|aOR)\b\s*\d/;

/**
 * Words in which an unverified entry would state a rate; doses, ages and names such as “vitamin B12” are no rates. A
 * statement inside it that names its own page stands on that page.
 */
function unverifiedNumbers(
  entry: object,
  field: string,
  figures: readonly EvidenceFigure[],
  notPages: ReadonlySet<string>,
): Finding[] {
  const stated = strings(entry, [], (inner) => inner !== entry && hasPage(inner, notPages)).filter(({ text }) =>
    RATE.test(text),
  );
  return [
    ...(figures.length > 0 ? [error(entry, [field], "an entry that is not verified carries no figure")] : []),
    ...stated.map(({ path, text }) =>
      error(entry, path, `an entry that is not verified states no rate: "${text.match(RATE)?.[0] ?? ""}"`),
    ),
  ];
}

function hasPage(value: object, notPages: ReadonlySet<string>): boolean {
  return (
    "sources" in value &&
    Array.isArray(value.sources) &&
    value.sources.some((id) => typeof id === "string" && !notPages.has(id))
  );
}

/** All text inside a value with its path; `skip` leaves an inner object out. */
export function strings(
  value: unknown,
  path: FieldPath,
  skip: (inner: object) => boolean = () => false,
): { path: FieldPath; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null || skip(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    strings(item, [...path, Array.isArray(value) ? Number(key) : key], skip),
  );
}

function error(at: object, path: FieldPath, message: string): Finding {
  return { severity: "error", rule: "figure", at, path, message };
}
