import type { Ingredient } from "@/lib/domain/medication";
import type { Effect, SourceReference } from "@/lib/domain/review";
import { conditionsOf } from "@/lib/knowledge/condition-of-code";
import type {
  ConditionHint,
  DrugClass,
  DrugSelector,
  EvidenceFigure,
  Interaction,
  KnownCondition,
  Knowledge,
  LabTest,
  Mechanism,
  Member,
  RouteRule,
  Source,
  Statement,
} from "@/lib/knowledge/schema";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import type { z } from "zod";
import { ProblemIndex } from "./problem-index";
import { labsIn } from "@/lib/review/predicate-parts";
import { byText, unique } from "@/lib/review/format";

export type RouteLimits = z.infer<typeof RouteRule>;

/** The parts of a class's finding that hang on nothing but which of its drugs are on the list. */
export interface ClassParts {
  readonly effects: readonly Effect[];
  readonly sources: readonly SourceReference[];
  readonly against: readonly Statement[];
  readonly options: readonly Statement[];
}

/** A drug class with the parts of its finding, made once where they are the same for all its drugs. */
export interface ClassRule {
  readonly drugClass: DrugClass;
  readonly order: number;
  /** Some members act otherwise than the class. */
  readonly ownMechanisms: boolean;
  /** Figures and statements that hold for one of these ingredients. */
  readonly partsFor: (ingredients: readonly string[]) => ClassParts;
}

/** How a selector of an interaction or hint takes in an ingredient, and for which routes. */
export interface SelectorHit {
  readonly row: Interaction | ConditionHint;
  readonly slot: number;
  /** Every rule must allow the route of the medication. */
  readonly routes: readonly RouteLimits[];
}

/** What the knowledge base says of one ingredient. */
export interface IngredientProfile {
  readonly key: string;
  readonly name: string;
  readonly classes: readonly ClassRule[];
  readonly hits: readonly SelectorHit[];
  /** Class ids, set ids and name keys by which a predicate may name it. */
  readonly names: ReadonlySet<string>;
}

const MAX_PROFILES = 20_000;

/** Everything that can be looked up in a knowledge base without walking through it, made once per knowledge base. */
export class KnowledgeIndex {
  readonly knowledge: Knowledge;
  readonly mechanisms: ReadonlyMap<string, Mechanism>;
  /** Mechanisms that a result of a test can match, by lab id. */
  readonly mechanismsOfLab: ReadonlyMap<string, readonly Mechanism[]>;
  readonly labs: ReadonlyMap<string, LabTest>;
  readonly labOrder: ReadonlyMap<string, number>;
  readonly conditions: ReadonlyMap<string, KnownCondition>;
  readonly interactionOrder: ReadonlyMap<Interaction, number>;
  /** Finding ids of rows about one drug and what else is known of the patient. */
  readonly singleDrugRowIds: ReadonlySet<string>;
  /** Finding ids of such rows, each with the findings that tell the same. */
  readonly rowToldIn: ReadonlyMap<string, readonly string[]>;
  private readonly classRules: readonly ClassRule[];
  private readonly membership = new Map<string, { classes: Set<ClassRule>; sets: Set<string> }>();
  private readonly ingredientHits = new Map<string, SelectorHit[]>();
  private readonly classHits = new Map<string, SelectorHit[]>();
  private readonly setHits = new Map<string, SelectorHit[]>();
  private readonly exceptions = new Map<string, Set<string>>();
  private readonly setRoutes = new Map<string, RouteLimits | undefined>();
  private readonly labByCode = new Map<string, LabTest>();
  private readonly labByName = new Map<string, LabTest>();
  private readonly byCode = new Map<string, readonly KnownCondition[]>();
  private readonly profiles = new Map<string, IngredientProfile>();
  private readonly rowStatics = new Map<
    Interaction,
    { sources: readonly SourceReference[]; effects: readonly Effect[] }
  >();

  private readonly sourceReferences: ReadonlyMap<string, SourceReference>;

  /** Which problem covers what. */
  readonly problems: ProblemIndex;

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge;
    this.problems = new ProblemIndex(knowledge);
    this.sourceReferences = new Map([...knowledge.sources].map(([id, source]) => [id, referenceOf(id, source)]));
    this.mechanisms = new Map(knowledge.mechanisms.map((mechanism) => [mechanism.id, mechanism]));
    this.mechanismsOfLab = new Map(
      knowledge.labs.map((lab) => [
        lab.id,
        knowledge.mechanisms.filter((mechanism) =>
          mechanism.matchingResults.some((predicate) => labsIn(predicate).includes(lab.id)),
        ),
      ]),
    );
    this.labs = new Map(knowledge.labs.map((lab) => [lab.id, lab]));
    this.labOrder = new Map(knowledge.labs.map((lab, order) => [lab.id, order]));
    this.conditions = new Map(knowledge.conditions.map((condition) => [condition.id, condition]));
    this.singleDrugRowIds = new Set(
      knowledge.interactions.filter((row) => row.drugs.length === 1).map((row) => `interaction:${row.id}`),
    );
    this.rowToldIn = new Map(
      knowledge.interactions
        .filter((row) => row.drugs.length === 1 && row.toldIn.length > 0)
        .map((row) => [`interaction:${row.id}`, row.toldIn]),
    );
    this.interactionOrder = new Map(knowledge.interactions.map((row, order) => [row, order]));
    this.classRules = knowledge.classes.map((drugClass, order) => this.classRule(drugClass, order));
    for (const rule of this.classRules)
      for (const member of rule.drugClass.members) this.entry(member, (entry) => entry.classes.add(rule));
    for (const set of knowledge.drugSets) {
      this.setRoutes.set(set.id, set.routes);
      for (const member of set.members) this.entry(member, (entry) => entry.sets.add(set.id));
    }
    for (const row of knowledge.interactions)
      row.drugs.forEach((selector, slot) => this.addSelector(row, selector, slot));
    for (const hint of knowledge.hints) this.addSelector(hint, hint.drugs, 0);
    for (const lab of knowledge.labs) {
      for (const { code } of lab.loinc) if (!this.labByCode.has(code)) this.labByCode.set(code, lab);
      for (const name of [lab.id, lab.name]) this.labByName.set(nameKey(name), lab);
    }
  }

  /** What is known of an ingredient, by RxCUI or by name; empty for a drug that the knowledge base does not hold. */
  profile(ingredient: Ingredient): IngredientProfile {
    const cacheKey = `${ingredient.rxcui ?? ""}|${ingredient.name}`;
    const known = this.profiles.get(cacheKey);
    if (known !== undefined) return known;
    if (this.profiles.size >= MAX_PROFILES) this.profiles.clear();
    const profile = this.makeProfile(ingredient);
    this.profiles.set(cacheKey, profile);
    return profile;
  }

  /** The test of ours that a result is of, by LOINC code and then by name; null where we know none. */
  labOf(loinc: string | null, name: string): LabTest | null {
    return (loinc === null ? undefined : this.labByCode.get(loinc)) ?? this.labByName.get(nameKey(name)) ?? null;
  }

  /** The conditions that an ICD-10-CM code stands for, the narrowest first. */
  conditionsOfCode(code: string): readonly KnownCondition[] {
    const known = this.byCode.get(code);
    if (known !== undefined) return known;
    if (this.byCode.size >= MAX_PROFILES) this.byCode.clear();
    const conditions = conditionsOf(this.knowledge, code);
    this.byCode.set(code, conditions);
    return conditions;
  }

  /** Figures and references of a row that hold for the ingredients of its finding, in the order of the content and each once. */
  statics(
    row: Interaction,
    ingredients: readonly string[],
  ): { sources: readonly SourceReference[]; effects: readonly Effect[] } {
    const narrowed = [...row.figures, ...row.against].some(({ onlyFor }) => onlyFor !== undefined);
    const known = narrowed ? undefined : this.rowStatics.get(row);
    if (known !== undefined) return known;
    const figures = row.figures.filter((figure) => isFor(figure, ingredients));
    const against = row.against.filter((statement) => isFor(statement, ingredients));
    const made = {
      effects: figures.map(effectOf),
      sources: this.references([
        ...figures.map((figure) => figure.source),
        ...against.flatMap((statement) => statement.sources),
        ...row.sources,
      ]),
    };
    if (!narrowed) this.rowStatics.set(row, made);
    return made;
  }

  /** References of source ids; an id that the content does not hold is left out (the loader refuses such content). */
  references(ids: readonly string[]): SourceReference[] {
    return unique(ids).flatMap((id) => this.sourceReferences.get(id) ?? []);
  }

  private classRule(drugClass: DrugClass, order: number): ClassRule {
    const narrowed = [
      ...drugClass.evidence,
      ...drugClass.against,
      ...drugClass.options,
      ...drugClass.alternatives,
    ].some(({ onlyFor }) => onlyFor !== undefined);
    const parts = (ingredients: readonly string[] | null) => this.classParts(drugClass, ingredients);
    const whole = narrowed ? null : parts(null);
    return {
      drugClass,
      order,
      ownMechanisms: drugClass.members.some(({ mechanisms }) => mechanisms !== undefined),
      partsFor: (ingredients) => whole ?? parts(ingredients),
    };
  }

  private classParts(drugClass: DrugClass, ingredients: readonly string[] | null): ClassParts {
    const keep = <Part extends { onlyFor?: string[] | undefined }>(list: readonly Part[]) =>
      ingredients === null ? list : list.filter((part) => isFor(part, ingredients));
    const [evidence, against, options, statements] = [
      keep(drugClass.evidence),
      keep(drugClass.against),
      keep([...drugClass.options, ...drugClass.alternatives]),
      keep(drugClass.statements),
    ];
    return {
      effects: evidence.map(effectOf),
      against,
      options,
      sources: this.references([
        ...evidence.map((figure) => figure.source),
        ...[...against, ...options].flatMap((statement) => statement.sources),
        ...drugClass.sources,
        ...statements.flatMap((statement) => statement.sources),
      ]),
    };
  }

  private entry(member: Member, add: (entry: { classes: Set<ClassRule>; sets: Set<string> }) => void): void {
    const keys = [nameKey(member.name), ...(member.rxcui === null ? [] : [rxKey(member.rxcui)])];
    for (const key of keys) {
      const entry = this.membership.get(key) ?? { classes: new Set(), sets: new Set() };
      this.membership.set(key, entry);
      add(entry);
    }
  }

  private addSelector(row: Interaction | ConditionHint, selector: DrugSelector, slot: number): void {
    const routes = selector.routes === undefined ? [] : [selector.routes];
    const hit = (extra: readonly (RouteLimits | undefined)[]): SelectorHit => ({
      row,
      slot,
      routes: [...routes, ...extra.filter((rule) => rule !== undefined)],
    });
    for (const name of selector.ingredients) push(this.ingredientHits, nameKey(name), hit([]));
    for (const id of selector.classes) {
      const rule = this.classRules.find((candidate) => candidate.drugClass.id === id);
      if (rule !== undefined) push(this.classHits, id, hit([rule.drugClass.routes]));
    }
    for (const id of selector.sets) push(this.setHits, id, hit([this.setRoutes.get(id)]));
    if (selector.except.length > 0) this.exceptions.set(`${row.id}/${slot}`, new Set(selector.except.map(nameKey)));
  }

  private makeProfile(ingredient: Ingredient): IngredientProfile {
    const name = nameKey(ingredient.name);
    const entries = [
      this.membership.get(name),
      ingredient.rxcui === null ? undefined : this.membership.get(rxKey(ingredient.rxcui)),
    ].filter((entry) => entry !== undefined);
    const classes = unique(entries.flatMap((entry) => [...entry.classes])).sort((a, b) => a.order - b.order);
    const sets = unique(entries.flatMap((entry) => [...entry.sets]));
    const synonyms = unique([
      name,
      ...classes.flatMap((rule) => sameDrug(rule.drugClass.members, ingredient, name)),
      ...sets.flatMap((id) =>
        sameDrug(this.knowledge.drugSets.find((set) => set.id === id)?.members ?? [], ingredient, name),
      ),
    ]);
    const hits = [
      ...synonyms.flatMap((key) => this.ingredientHits.get(key) ?? []),
      ...classes.flatMap((rule) => this.classHits.get(rule.drugClass.id) ?? []),
      ...sets.flatMap((id) => this.setHits.get(id) ?? []),
    ].filter((hit) => !synonyms.some((key) => this.exceptions.get(`${hit.row.id}/${hit.slot}`)?.has(key)));
    return {
      key: ingredient.rxcui ?? name,
      name: ingredient.name,
      classes,
      hits,
      names: new Set([...synonyms, ...classes.map((rule) => rule.drugClass.id), ...sets]),
    };
  }
}

const indexes = new WeakMap<Knowledge, KnowledgeIndex>();

/** The index of a knowledge base, made at the first call and kept as long as the knowledge base is. */
export function indexOf(knowledge: Knowledge): KnowledgeIndex {
  let index = indexes.get(knowledge);
  if (index === undefined) {
    index = new KnowledgeIndex(knowledge);
    indexes.set(knowledge, index);
  }
  return index;
}

/** Whether a figure or statement that may be about some ingredients alone holds for one of those of a finding. */
export function isFor(
  { onlyFor }: { onlyFor?: readonly string[] | undefined },
  ingredients: readonly string[],
): boolean {
  return (
    onlyFor === undefined ||
    onlyFor.some((name) => ingredients.some((ingredient) => nameKey(ingredient) === nameKey(name)))
  );
}

export function effectOf(figure: EvidenceFigure): Effect {
  return {
    text: figure.text,
    measure: figure.measure,
    estimate: figure.estimate,
    low: figure.low,
    high: figure.high,
    sourceId: figure.source,
  };
}

function referenceOf(id: string, source: Source): SourceReference {
  const reference: SourceReference = { id, citation: source.citation };
  if (source.pmid !== undefined) reference.pmid = source.pmid;
  if (source.doi !== undefined) reference.doi = source.doi;
  if (source.url !== undefined) reference.url = source.url;
  return reference;
}

/** The names under which a list of members holds the same drug (US and UK names share an RxCUI). */
function sameDrug(members: readonly Member[], ingredient: Ingredient, name: string): string[] {
  return members
    .filter((member) => (member.rxcui !== null && member.rxcui === ingredient.rxcui) || nameKey(member.name) === name)
    .map((member) => nameKey(member.name))
    .sort(byText);
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function rxKey(rxcui: string): string {
  return `rx:${rxcui}`;
}
