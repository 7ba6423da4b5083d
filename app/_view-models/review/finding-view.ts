import type { Effect, Finding } from "@/lib/domain/review";
import type { EvidenceFigure, Knowledge } from "@/lib/knowledge/schema";
import { knowledgeHrefOfRule } from "@/app/_view-models/knowledge-href";
import { drugWord, markDrugs } from "@/app/_view-models/drug-runs";
import { formatChecked, ruleBasis, formatWindow } from "./knowledge-of-rule";
import type { FigureView, FindingView } from "./review-view";
import type { SourceNumbers } from "./source-numbers";

const RATIO = /ratio|^[a-z]?(OR|RR|HR|ROR|aSR|SR|IRR)$|odds|hazard|relative risk/i;

/** Draws a finding: names marked, sources numbered, and the content behind its rule beside it. */
export function findingView(
  finding: Finding,
  names: readonly string[],
  knowledge: Knowledge,
  numbers: SourceNumbers,
): FindingView {
  const basis = ruleBasis(knowledge, finding.ruleId);
  const known = [...names, ...finding.ingredients];
  const words = (text: string) => markDrugs(text, known);
  const sources = finding.sources.map((source) => numbers.number(source));
  const labNames = new Map(knowledge.labs.map((lab) => [lab.id, lab.name]));
  return {
    id: finding.id,
    kind: finding.kind,
    priority: finding.priority,
    strength: finding.strength,
    title: words(finding.title),
    reasons: finding.reasons.filter((reason) => !isLevel(reason)).map(words),
    mechanism: typeof finding.mechanism === "string" ? words(finding.mechanism) : null,
    level: finding.reasons.filter(isLevel).map(words)[0] ?? null,
    against: finding.against.map(words),
    options: finding.options.map(words),
    figures: finding.effects.map((effect) => figureView(effect, basis.figures, numbers)),
    statements: (basis.drugClass?.statements ?? []).map((statement) => words(statement.text)),
    timing: finding.timing,
    byFloor: finding.byFloor === true,
    ruleId: finding.ruleId,
    className: basis.drugClass?.name ?? null,
    usualWindow: basis.drugClass === null ? null : formatWindow(basis.drugClass.onset),
    tests: basis.labs.map((id) => labNames.get(id) ?? id),
    sources,
    checked: formatChecked(basis.checked),
    knowledgeLink: knowledgeHrefOfRule(knowledge, finding.ruleId),
    names: finding.ingredients.map((name) => drugWord(name).plain),
    since: null,
    factsDigest: "",
  };
}

/** The review ends its reasons with the rule that gave the level. */
function isLevel(reason: string): boolean {
  return reason.startsWith("Shown at this level");
}

function figureView(effect: Effect, figures: readonly EvidenceFigure[], numbers: SourceNumbers): FigureView {
  const figure = figures.find((one) => one.text === effect.text && one.source === effect.sourceId);
  const { estimate, low, high, measure } = effect;
  const drawable = estimate !== null && low !== null && high !== null && low > 0 && RATIO.test(measure ?? "");
  return {
    text: effect.text,
    kind: figure?.kind.replace(/-/g, " ") ?? null,
    population: figure?.population ?? null,
    comparison: figure?.comparison ?? null,
    outcome: figure?.outcome ?? null,
    year: figure?.year ?? null,
    ratio: drawable ? { estimate, low, high } : null,
    source: numbers.known(effect.sourceId),
  };
}
