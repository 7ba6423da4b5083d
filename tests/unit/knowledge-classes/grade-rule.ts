import type { DrugClass, EvidenceFigure } from "@/lib/knowledge/schema";

/**
 * docs/grading.md as a check: what speaks against the letter that an entry gives itself, judged from the evidence that it records.
 * Empty where the grade follows. Written apart from the content and the loader, as a second opinion.
 */
export function gradeProblems(entry: DrugClass): string[] {
  const rule = RULES[entry.gradeRule];
  if (!rule) return [`no rule has the letter ${entry.gradeRule}`];
  return [
    ...(rule.gives === entry.strength ? [] : [`${entry.gradeRule} gives ${rule.gives}, not ${entry.strength}`]),
    ...(rule.met(entry) ? [] : [`the evidence recorded does not meet ${entry.gradeRule}: ${rule.says}`]),
    ...(!entry.verified && (entry.strength === "strong" || entry.strength === "moderate")
      ? ["D2: nothing unverified is strong or moderate"]
      : []),
    ...(!entry.verified && entry.evidence.length > 0 ? ["D2: an unverified entry shows no figure"] : []),
    ...missedByAHigherRule(entry),
  ];
}

const NOT_READ = new Set(["sider41", "pharmknow", "seed"]);

const aboutCramp = (figure: EvidenceFigure) =>
  /cramp|spasm/.test(figure.outcome) && !/as a treatment|given up/.test(figure.outcome);
/** "muscle cramps or tremor": the figure counts something else as well. */
const composite = (figure: EvidenceFigure) => /\bor (tremor|tension)\b/.test(figure.outcome);
/** The members of the group were not separated. */
const group = (figure: EvidenceFigure) => /as one group/.test(figure.outcome);
/** Counted over a wider class than the entry: shown, and no ground for the entry's own grade above weak. */
const wider = (figure: EvidenceFigure) => /together$|as a class|and hyperkal/.test(figure.outcome);

const isRatio = (figure: EvidenceFigure) => /ratio/.test(figure.measure ?? "");
const isShare = (figure: EvidenceFigure) => figure.measure === "% of patients" && figure.estimate !== null;

/** The share among those compared with: "2 % on placebo" gives 2. Null where the comparison names none. */
function comparator(figure: EvidenceFigure): number | null {
  const share = figure.comparison?.match(/^(\d+(?:\.\d+)?) %/);
  return share?.[1] === undefined ? null : Number(share[1]);
}

function difference(figure: EvidenceFigure): number | null {
  const other = comparator(figure);
  return figure.estimate === null || other === null ? null : figure.estimate - other;
}

const onPlacebo = (figure: EvidenceFigure) => /on placebo/.test(figure.comparison ?? "");

/** S1: controlled, on the cramp outcome, the interval above 1 and the estimate at least 1.4. */
const s1 = (figure: EvidenceFigure) =>
  aboutCramp(figure) && isRatio(figure) && figure.low !== null && figure.low > 1 && (figure.estimate ?? 0) >= 1.4;
/** S2: two points or more over placebo. */
const s2 = (figure: EvidenceFigure) =>
  aboutCramp(figure) && isShare(figure) && onPlacebo(figure) && (difference(figure) ?? 0) >= 2;
/** S3: ten per cent or more without placebo. */
const s3 = (figure: EvidenceFigure) =>
  aboutCramp(figure) && isShare(figure) && !onPlacebo(figure) && (figure.estimate ?? 0) >= 10;
/** W1: an interval that takes in 1, an estimate of 1.0 to 1.39, or a difference above 0 and below two points. */
function w1(figure: EvidenceFigure): boolean {
  if (!aboutCramp(figure)) return false;
  if (isRatio(figure))
    return figure.low !== null && (figure.low <= 1 || (figure.estimate ?? 0) < 1.4) && (figure.estimate ?? 0) >= 1;
  const points = isShare(figure) && onPlacebo(figure) ? difference(figure) : null;
  return points !== null && points > 0 && points < 2;
}

const own = (entry: DrugClass) => entry.evidence.filter((figure) => !wider(figure));
const single = (figure: EvidenceFigure) => !composite(figure) && !group(figure);

/** Statements that a page that was read carries. */
const readStatements = (entry: DrugClass) =>
  entry.statements.filter((statement) => statement.sources.some((source) => !NOT_READ.has(source)));
const says = (entry: DrugClass, words: RegExp) => readStatements(entry).some((statement) => words.test(statement.text));

const attributed = (entry: DrugClass) =>
  !/^not known/i.test(entry.mechanismText) ||
  own(entry).some((figure) => s3(figure) && (/waning/.test(figure.comparison ?? "") || (difference(figure) ?? 0) >= 5));

const deficit = (entry: DrugClass) =>
  entry.mechanisms.includes("hypomagnesaemia") || entry.mechanisms.includes("hypocalcaemia");
const deficitFigure = (entry: DrugClass) =>
  entry.evidence.some(
    (figure) =>
      /hypomagnesaemia|hypocalcaemia|calcium/.test(figure.outcome) &&
      ((isShare(figure) && (figure.estimate ?? 0) >= 10) || (isRatio(figure) && (figure.low ?? 0) > 1)),
  );

type Rule = { gives: DrugClass["strength"]; says: string; met: (entry: DrugClass) => boolean };

const RULES: Readonly<Record<string, Rule>> = {
  S1: {
    gives: "strong",
    says: "a ratio of at least 1.4 whose interval excludes 1",
    met: (entry) => own(entry).some((figure) => s1(figure) && single(figure)),
  },
  S2: {
    gives: "strong",
    says: "two points or more over placebo, cramp or spasm alone",
    met: (entry) => own(entry).some((figure) => s2(figure) && single(figure)),
  },
  S3: {
    gives: "strong",
    says: "ten per cent or more without placebo, with plausible attribution",
    met: (entry) => own(entry).some((figure) => s3(figure) && single(figure)) && attributed(entry),
  },
  M1: {
    gives: "moderate",
    says: "S1 or S2 by a group or a composite outcome",
    met: (entry) => own(entry).some((figure) => (s1(figure) || s2(figure)) && !single(figure)),
  },
  M2: {
    gives: "moderate",
    says: "low magnesium or calcium in ten per cent or more, or called significant by a label, regulator or review; or nicotinic cramps",
    met: (entry) =>
      (deficit(entry) && (deficitFigure(entry) || says(entry, /calls significant|warns|labelled risk/))) ||
      says(entry, /nicotinic/),
  },
  M3: {
    gives: "moderate",
    says: "ten per cent or more, or among the most frequent events, but confounded",
    met: (entry) =>
      says(entry, /most frequent/) && entry.against.some((statement) => /given with|dialysis/.test(statement.text)),
  },
  M4: {
    gives: "moderate",
    says: "a leading example of a guideline or review, and product information",
    met: (entry) =>
      says(entry, /guidance|review/) &&
      (entry.evidence.some((figure) => figure.kind === "label") || says(entry, /product information/)),
  },
  W1: { gives: "weak", says: "a small or uncertain controlled result", met: (entry) => entry.evidence.some(w1) },
  W2: {
    gives: "weak",
    says: "named in a review, guideline or product information",
    met: (entry) => readStatements(entry).length > 0,
  },
  W3: {
    gives: "weak",
    says: "carried over from a graded member of the same mechanism",
    met: (entry) =>
      /extrapolated|class evidence/.test(entry.evidenceKind) && entry.sources.some((source) => !NOT_READ.has(source)),
  },
  W4: {
    gives: "weak",
    says: "text-mined only, figure not shown",
    met: (entry) => !entry.verified && entry.statements.some((statement) => statement.sources.includes("sider41")),
  },
  W5: {
    gives: "weak",
    says: "a read source for low potassium, low sodium or myopathy",
    met: (entry) =>
      ["hypokalaemia", "hyponatraemia", "myopathy"].some((mechanism) => entry.mechanisms.includes(mechanism)) &&
      (entry.evidence.length > 0 || says(entry, /potassium|sodium|hyponatraemia|myopath/)),
  },
  "label-only": { gives: "label-only", says: "nothing more", met: () => true },
};

/** "First match wins": a figure that meets a higher rule raises the grade, unless the entry says why not (statins: D1). */
function missedByAHigherRule(entry: DrugClass): string[] {
  const figures = own(entry).filter(single);
  if (entry.strength !== "strong" && figures.some((figure) => s1(figure) || s2(figure)))
    return ["a figure recorded meets S1 or S2, and the entry is not strong"];
  if (entry.strength === "label-only" && entry.evidence.some(w1))
    return ["a figure recorded meets W1, and the entry is label-only"];
  return [];
}
