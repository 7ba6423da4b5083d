import { z } from "zod";
import { HowSoon, IsoDate, Jurisdiction, Priority, Sex, Strength } from "@/lib/domain/vocabulary";
import { Predicate } from "./predicates/predicate-schema";
import type { ClinicalProblem } from "./problem-schema";
import type { SymptomSign, SymptomLexicon } from "./symptom-schema";

/** Ids of content: lower case, words joined by hyphens. They are the ids of the dossier, so that a finding can be traced back. */
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id of lower-case words joined by hyphens");
const Text = z.string().trim().min(1);

/** When the statement was last compared with its source, and whether its figure was really read there (dossier: `verified`). */
const Checked = { checked: IsoDate, verified: z.boolean() };

/** Mechanism tag (content/mechanisms.yaml); findings that share one add up. */
export const MechanismId = Id;

/**
 * A statement with the sources that carry it; without one it is general knowledge. `onlyFor`: ingredients for which alone it holds.
 * `when`: said only where this is known to hold; `unless`: left out where this is known to hold. `offers`: the drugs (ingredients)
 * that it proposes, tried against the list before it is said. `lowersConcern`: reassurance, silent beside an alarm; evidence
 * against the association itself is none.
 */
export const Statement = z.strictObject({
  text: Text,
  sources: z.array(Id).default([]),
  onlyFor: z.array(Text).min(1).optional(),
  when: Predicate.optional(),
  unless: Predicate.optional(),
  offers: z.array(Text).min(1).optional(),
  lowersConcern: z.literal(true).optional(),
});
export type Statement = z.infer<typeof Statement>;

/** A figure as its source prints it. Only figures that were read in a public page may be here (docs/grading.md). */
export const EvidenceFigure = z.strictObject({
  /** As printed: "1.48 (95 % CI 1.29 to 1.68)". */
  text: Text,
  measure: z.string().nullable().default(null),
  estimate: z.number().nullable().default(null),
  low: z.number().nullable().default(null),
  high: z.number().nullable().default(null),
  comparison: z.string().nullable().default(null),
  outcome: Text,
  population: z.string().nullable().default(null),
  kind: z.enum([
    "trial",
    "meta-analysis",
    "sequence-symmetry",
    "cohort",
    "case-control",
    "case-series",
    "label",
    "regulator",
    "guideline",
    "review",
    "case-report",
  ]),
  year: z.number().int().nullable().default(null),
  /** The study's own control, of which no association was expected: drawn as a hollow square. */
  negativeControl: z.literal(true).optional(),
  /** Ingredients on which it was measured, where it must not be shown for the rest of the class. */
  onlyFor: z.array(Text).min(1).optional(),
  /** Shown only where this is known to hold: a figure of haemodialysis. */
  when: Predicate.optional(),
  source: Id,
});
export type EvidenceFigure = z.infer<typeof EvidenceFigure>;

/** A drug as content names it: RxNorm ingredient. `rxcui` null where the RxNorm subset that ships (US products) has none: matched by name. */
export const Member = z.strictObject({
  rxcui: z.string().nullable(),
  name: Text,
  /** The name that it goes by in the other country: albuterol, salbutamol. */
  also: Text.optional(),
  /** Where this member differs from its class, in words. */
  note: z.string().optional(),
  /** Instead of the mechanisms of its class: what this member really does. Empty: none of them. */
  mechanisms: z.array(MechanismId).optional(),
});
export type Member = z.infer<typeof Member>;

/** Which forms count. `only` wins; a route that the text does not give counts as the drug's usual one and matches. */
export const RouteRule = z.strictObject({
  only: z.array(z.string()).optional(),
  except: z.array(z.string()).optional(),
});

/** Usual window from the anchor to the first cramp, in days (docs/onset.md). Null bounds are open. */
export const OnsetWindow = z.strictObject({
  anchor: z.enum([
    "start",
    "start-or-increase",
    "start-increase-or-interaction",
    "dose-fall",
    "each-dose",
    "exposure",
    "use",
    "none",
  ]),
  typicalFromDays: z.number().nullable(),
  typicalToDays: z.number().nullable(),
  plausibleToDays: z.number().nullable(),
  /** False: clinical judgement; used for ordering, its days are never printed. */
  verified: z.boolean(),
  sources: z.array(Id).default([]),
  note: z.string().optional(),
});
export type OnsetWindow = z.infer<typeof OnsetWindow>;

export const COMMISSIONED = ["diuretic", "statin", "beta-agonist", "ccb"] as const;

/** A warning that holds whatever the strength of the association. `members`: the ingredients of the class that it is about. */
const SafetyFlag = z.strictObject({
  id: Id,
  /** The problem that it belongs to (content/problems.yaml). */
  problem: Id,
  title: Text,
  text: Text,
  when: Predicate.optional(),
  members: z.array(Text).min(1).optional(),
  options: z.array(Text),
  labs: z.array(Id).default([]),
  sources: z.array(Id).min(1),
});

/** A warning that becomes an emergency where this is known to hold, with how soon. */
const UrgentFlag = SafetyFlag.extend({ actNowWhen: Predicate.optional(), howSoon: Text.optional() });

/** content/classes/*.yaml: a drug class, or one drug, and its association with cramps. */
export const DrugClass = z.strictObject({
  id: Id,
  /** Shown on the finding: `DIU-01`. */
  ruleId: z.string().regex(/^[A-Z0-9]{2,5}-\d{2}$/),
  name: Text,
  /** Shelf on the knowledge pages: "Diuretics", "Lipid-lowering drugs", … */
  topic: Text,
  /** Title after the drug's name, where the words that follow from the strength ("cramp is named in product information only") would be untrue. */
  headline: Text.optional(),
  commissioned: z.enum(COMMISSIONED).optional(),
  members: z.array(Member),
  /** The class holds only when one of these stands in the same medication or, with `across`, anywhere on the current list (LABA with an inhaled steroid). */
  together: z.strictObject({ members: z.array(Member), across: z.boolean().default(false) }).optional(),
  /** Class ids that this one replaces where both match the same medication: the specific row wins. */
  replaces: z.array(Id).default([]),
  routes: RouteRule.optional(),
  mechanisms: z.array(MechanismId),
  mechanismText: Text,
  strength: Strength,
  /** Letter of docs/grading.md that gives the strength: S1, M2, W5, D2, … or `label-only`. */
  gradeRule: Text,
  evidenceKind: Text,
  evidence: z.array(EvidenceFigure),
  /** What is known, without a figure. */
  statements: z.array(Statement).default([]),
  against: z.array(Statement),
  /** Hedged: consider, review, discuss, check. */
  options: z.array(Statement),
  alternatives: z.array(Statement).default([]),
  /** Contraindicated or mistaken cures: potassium for someone on spironolactone. */
  mistakenCures: z.array(Statement).default([]),
  onset: OnsetWindow,
  /** The loudest this class may ever be by itself. */
  ceiling: Priority,
  /** Without this it stays at `info` and names what it would take (“Only when …” of the grading). */
  loudOnlyWhen: z.strictObject({ when: Predicate, words: Text }).optional(),
  /** D5: graded higher in a context. */
  raisedTo: z.array(z.strictObject({ strength: Strength, when: Predicate, words: Text })).default([]),
  /** Not listed at all unless the user opens everything on the list. */
  unlisted: z.boolean().default(false),
  /** A safety flag that holds whatever the strength (boxed warning): shown at `review`. */
  safety: z.array(SafetyFlag).default([]),
  /** What stopping it, or lowering its dose, can bring within so many days; not after a course known to be shorter than `takenForDays`. */
  withdrawal: z.array(UrgentFlag.extend({ withinDays: z.number(), takenForDays: z.number().optional() })).default([]),
  /** Where it builds up in the body: kidneys that fail, above all. */
  accumulatesIn: z.array(UrgentFlag.extend({ when: Predicate })).default([]),
  labs: z.array(Id),
  /** Days after stopping in which its effect may last, so that a drug stopped lately is still mentioned. */
  outlastsStoppingDays: z.number().nullable().default(null),
  sources: z.array(Id),
  reviewBy: IsoDate,
  ...Checked,
});
export type DrugClass = z.infer<typeof DrugClass>;

/** content/drug-sets.yaml: drugs that interactions name together ("ACE inhibitors", "strong CYP3A4 inhibitors"). */
export const DrugSet = z.strictObject({
  id: Id,
  name: Text,
  members: z.array(Member).min(1),
  routes: RouteRule.optional(),
  sources: z.array(Id).default([]),
});
export type DrugSet = z.infer<typeof DrugSet>;

/** Drugs by ingredient name, class id or set id. */
export const DrugSelector = z.strictObject({
  ingredients: z.array(Text).default([]),
  classes: z.array(Id).default([]),
  sets: z.array(Id).default([]),
  except: z.array(Text).default([]),
  routes: RouteRule.optional(),
});
export type DrugSelector = z.infer<typeof DrugSelector>;

/** content/interactions/*.yaml */
export const Interaction = z.strictObject({
  id: Id,
  ruleId: z.string().regex(/^INT-\d{3}$/),
  /** The problem that it belongs to (content/problems.yaml). */
  problem: Id,
  title: Text,
  type: z.enum(["drug-drug", "drug-drug-drug", "drug-condition", "drug-lab"]),
  /** Each must be matched by another medication of the list. One selector for drug-condition and drug-lab rows. */
  drugs: z.array(DrugSelector).min(1).max(3),
  /** For drug-condition and drug-lab rows: what must be present. */
  when: Predicate.optional(),
  severity: z.enum(["contraindicated", "major", "moderate", "minor"]),
  /**
   * Rises on a condition: guideline pairs that become major with a potassium above so much. `source`: a page that was read
   * and says so of this condition; a row that was not verified rises above moderate with one only.
   */
  risesTo: z
    .array(
      z.strictObject({
        severity: z.enum(["contraindicated", "major", "moderate"]),
        when: Predicate,
        words: Text,
        source: Id.optional(),
      }),
    )
    .default([]),
  /** The label's highest daily dose of `of` in this combination; at or below it the row is quieter and says so. */
  caps: z
    .array(z.strictObject({ of: Text, maxDailyMg: z.number(), jurisdiction: Jurisdiction.optional(), source: Id }))
    .default([]),
  /** Show only in this country. */
  jurisdiction: Jurisdiction.optional(),
  /** For a row about one drug: id of the finding that tells the same where it is as loud (`safety:denosumab-ckd-hypocalcaemia`, `medication:cinacalcet`). */
  toldIn: z.array(z.string().regex(/^(safety|medication|interaction):[a-z0-9-]+$/)).default([]),
  /** Interaction ids that this row replaces where both fire on the same pair. */
  replaces: z.array(Id).default([]),
  mechanismText: Text,
  mechanisms: z.array(MechanismId).default([]),
  effect: Text,
  figures: z.array(EvidenceFigure).default([]),
  onsetText: z.string().optional(),
  options: z.array(Text).min(1),
  alternatives: z.array(Statement).default([]),
  against: z.array(Statement).default([]),
  labs: z.array(Id).default([]),
  sources: z.array(Id),
  reviewBy: IsoDate,
  ...Checked,
});
export type Interaction = z.infer<typeof Interaction>;

/** Words that are added only where something is known to hold: advice on dry weight for someone on dialysis. */
export const ConditionalText = z.strictObject({ when: Predicate, text: Text, unless: Predicate.optional() });
export type ConditionalText = z.infer<typeof ConditionalText>;

/** content/mechanisms.yaml */
export const Mechanism = z.strictObject({
  id: MechanismId,
  name: Text,
  /** "can lower potassium": completes "Three drugs that …". Null where drugs of this mechanism do not add up in a way worth saying. */
  clusterWords: z.string().nullable(),
  /** Results that match it: two or more drugs with one of these are `review`. */
  matchingResults: z.array(Predicate).default([]),
  labs: z.array(Id),
  /** Required where `labs` is empty. */
  noLabReason: z.string().optional(),
  clusterOptions: z.array(Text).default([]),
  clusterOptionsWhen: z.array(ConditionalText).default([]),
  clusterAgainst: z.array(Statement).default([]),
  sources: z.array(Id).default([]),
});
export type Mechanism = z.infer<typeof Mechanism>;

/** content/conditions/*.yaml: a secondary cause, a mimic or a risk context. */
export const KnownCondition = z.strictObject({
  id: Id,
  ruleId: z.string().regex(/^CON-\d{2,3}$/),
  name: Text,
  category: z.enum([
    "electrolyte",
    "renal",
    "hepatic",
    "vascular",
    "pregnancy",
    "neurological",
    "endocrine",
    "musculoskeletal",
    "nutritional",
    "lifestyle",
    "post-procedural",
    "other",
  ]),
  role: z.enum(["cause", "mimic", "risk-context"]),
  icd10cm: z.array(z.string()),
  /** Codes among the above that say it is past (`Z86.718`): risk context, never an alarm. */
  historyCodes: z.array(z.string()).default([]),
  /** Prefixes inside the above that are not meant. */
  icd10cmExcept: z.array(z.string()).default([]),
  why: Text,
  whyWhen: z.array(ConditionalText).optional(),
  /** What would tell it from cramps, or from another cause. */
  tellsApart: z.string().nullable().default(null),
  redFlag: z.enum(["yes", "conditional", "no"]),
  /** Ingredients that are taken for it: with one on the list it is known and treated, and its name on the list is no new alarm. */
  treatedBy: z.array(Text).optional(),
  /** For `conditional`: the symptoms to ask for first. */
  askFor: z.array(z.string()).default([]),
  urgency: z.string().nullable().default(null),
  /** Besides a code: what else makes it present ("dialysis", "pregnant", a low potassium). */
  when: Predicate.optional(),
  figures: z.array(EvidenceFigure).default([]),
  labs: z.array(Id),
  otherTests: z.string().nullable().default(null),
  options: z.array(Text).min(1),
  optionsWhen: z.array(ConditionalText).optional(),
  against: z.array(Statement).default([]),
  sources: z.array(Id),
  reviewBy: IsoDate,
  ...Checked,
});
export type KnownCondition = z.infer<typeof KnownCondition>;

/** content/red-flags.yaml: needs urgent action, whatever the drugs. */
export const RedFlag = z.strictObject({
  id: Id,
  ruleId: z.string().regex(/^RED-\d{2}$/),
  title: Text,
  when: Predicate,
  /** Words of `symptomText` and of conditions that mean it ("cola-coloured urine"), matched as whole words, not when negated. */
  words: z.array(Text).default([]),
  conditionId: Id.optional(),
  /** The emergency that it stands for, by the name that goes out (docs/command-line.md); one finding for each. */
  emergency: Id.optional(),
  /** Red flags that say less than this one and are left out where both hold. */
  replaces: z.array(Id).optional(),
  why: Text,
  options: z.array(Text).min(1),
  /** What would speak against it. */
  against: z.array(Text).default([]),
  /** How soon it is to be acted on; `howSoon` says it in words. Within days is `review`, sooner is `act-now`. */
  soon: HowSoon,
  howSoon: Text,
  labs: z.array(Id).default([]),
  sources: z.array(Id),
  reviewBy: IsoDate,
  ...Checked,
});
export type RedFlag = z.infer<typeof RedFlag>;

const Range = z.strictObject({
  unit: Text,
  low: z.number().nullable(),
  high: z.number().nullable(),
  sex: Sex.optional(),
  ageFrom: z.number().optional(),
  ageTo: z.number().optional(),
  pregnant: z.literal(true).optional(),
  source: Id,
});

const Limit = z.strictObject({
  unit: Text,
  low: z.number().nullable(),
  high: z.number().nullable(),
  source: Id,
  jurisdiction: Jurisdiction.optional(),
  /** Holds for those under this age alone. */
  ageBelow: z.number().optional(),
  /** Says nothing of somebody on dialysis, whose value is always beyond it: creatinine, urea. */
  notOnDialysis: z.literal(true).optional(),
});

/** content/labs.yaml: a laboratory test. */
export const LabTest = z.strictObject({
  id: Id,
  name: Text,
  /** The first is the one that is asked for; all are read as this test. */
  loinc: z.array(z.strictObject({ code: z.string(), unit: z.string().nullable(), note: z.string().optional() })),
  specimen: z.string().nullable(),
  /**
   * Units in which a result may be given, best first, with the factor to the first; `plus` is added after the factor where the
   * two scales do not share their zero (HbA1c in mmol/mol and %). UCUM-like as printed: mmol/L, mg/dL, mEq/L.
   */
  /** `onlyWritten`: a number without its unit is never in this one. */
  units: z.array(
    z.strictObject({
      unit: Text,
      toFirst: z.number(),
      plus: z.number().optional(),
      onlyWritten: z.literal(true).optional(),
    }),
  ),
  /** Panels that hold it, and panels that people expect to hold it and do not. */
  panels: z.array(z.string()),
  leftOutOf: z.array(z.string()).default([]),
  isPanel: z.boolean().default(false),
  ranges: z.array(Range),
  /** At or beyond: an emergency, at every age; the stricter limits of the young (`ageBelow`) stand first. */
  critical: z.array(Limit).default([]),
  /** Beyond: between abnormal and critical, what laboratories telephone or a guideline calls severe. */
  marked: z.array(Limit).default([]),
  /** Outside of these the value is questioned as a slip (potassium 31), in the first unit. */
  plausible: z.strictObject({ low: z.number(), high: z.number() }).nullable().default(null),
  why: Text,
  notes: z.string().nullable().default(null),
  /** A dated result inside so many days answers the request. */
  answersForDays: z.number().default(90),
  repeat: z.array(z.strictObject({ text: Text, when: Predicate.optional(), sources: z.array(Id) })).default([]),
  /** What to consider with an abnormal result that names no condition, where something is known to hold. */
  optionsWhen: z.array(ConditionalText).default([]),
  /** What a low or high result means here: condition ids. */
  lowMeans: Id.optional(),
  highMeans: Id.optional(),
  sources: z.array(Id),
  /** Where the codes were compared; for the knowledge pages, never shown with a finding. */
  codeSources: z.array(Id).default([]),
  ...Checked,
});
export type LabTest = z.infer<typeof LabTest>;

/** content/hints.yaml: a medication that hints at a condition not on the list. Always a question. */
export const ConditionHint = z.strictObject({
  id: Id,
  drugs: DrugSelector,
  conditionId: Id,
  unlessConditions: z.array(Id).default([]),
  question: Text,
  sources: z.array(Id).default([]),
});
export type ConditionHint = z.infer<typeof ConditionHint>;

/** content/treatments/*.yaml: what is tried against cramps, how well it works, and for whom it is unsafe. */
export const Treatment = z.strictObject({
  id: Id,
  name: Text,
  category: Text,
  evidenceLevel: Text,
  population: z.string().nullable(),
  effect: Text,
  figures: z.array(EvidenceFigure).default([]),
  adverse: z.string().nullable(),
  cautions: z.string().nullable(),
  interactions: z.string().nullable(),
  position: Text,
  /** Not offered and not in a leaflet where this holds or is unknown and `gateUnknown` says so. */
  unsafeWhen: z.array(z.strictObject({ when: Predicate, words: Text })).default([]),
  /** Drugs that are this treatment, so that it can be shown beside the list. */
  drugs: DrugSelector.optional(),
  sources: z.array(Id),
  ...Checked,
});
export type Treatment = z.infer<typeof Treatment>;

/**
 * content/leaflet.yaml: plain words for the patient, handed over by a clinician. Left out where `unsafeWhen` holds or `onlyWhen`
 * does not; where that is not known, `carefulText` takes the place of `text` and `points`, or the piece is left out. `unless`:
 * left out where one is known to hold, and not questioned where it is unknown (what is on the list, what is known to be low).
 */
export const LeafletPiece = z.strictObject({
  id: Id,
  heading: Text,
  text: Text,
  points: z.array(Text).default([]),
  carefulText: Text.optional(),
  unsafeWhen: z.array(Predicate).default([]),
  onlyWhen: Predicate.optional(),
  unless: z.array(Predicate).default([]),
  treatmentId: Id.optional(),
});
export type LeafletPiece = z.infer<typeof LeafletPiece>;

/** The parts of the content whose entries have a history: the folder or file that holds them. */
export const HISTORY_KINDS = ["classes", "interactions", "conditions", "red-flags", "labs", "treatments"] as const;

/** content/history.yaml: what changed in entries, on which day, and why; for the version history of the knowledge pages. */
export const ContentChange = z.strictObject({
  id: Id,
  date: IsoDate,
  /** `classes/statin-pravastatin`; `all` for what concerns every entry. */
  about: z.union([
    z.literal("all"),
    z
      .array(
        z
          .string()
          .regex(new RegExp(`^(${HISTORY_KINDS.join("|")})/[a-z0-9-]+$`), "kind/id, such as classes/loop-diuretic"),
      )
      .min(1),
  ]),
  change: Text,
  why: Text,
  sources: z.array(Id).default([]),
});
export type ContentChange = z.infer<typeof ContentChange>;

/** content/sources.yaml: a page that was really read, and what was verified in it. */
export const Source = z.strictObject({
  id: Id,
  citation: Text,
  pmid: z.string().optional(),
  doi: z.string().optional(),
  url: z.string().optional(),
  /** Stands for general knowledge where no page was read: carries no figure and verifies nothing. */
  notAPage: z.literal(true).optional(),
  /** Where the words were read, when that was a copy of the paper or label that the identifier names; and on which day. */
  readIn: z.string().optional(),
  readOn: z.iso.date().optional(),
  whatWasVerified: Text,
});
export type Source = z.infer<typeof Source>;

/** content/source-hosts.yaml: a host of copies, on which no figure may rest. `awaits`: sources whose figures still do. */
export const SourceHost = z.strictObject({ id: Id, host: Text, why: Text, awaits: z.array(Id).default([]) });
export type SourceHost = z.infer<typeof SourceHost>;

/** The whole knowledge base, checked, with indexes left to `lib/knowledge/load/load-knowledge.ts`. */
export interface Knowledge {
  /** `2026.11 a1f3…`: month of the newest check and a hash of the content. */
  version: string;
  classes: readonly DrugClass[];
  drugSets: readonly DrugSet[];
  interactions: readonly Interaction[];
  mechanisms: readonly Mechanism[];
  /** In the order among problems of one priority. */
  problems: readonly ClinicalProblem[];
  conditions: readonly KnownCondition[];
  redFlags: readonly RedFlag[];
  labs: readonly LabTest[];
  hints: readonly ConditionHint[];
  treatments: readonly Treatment[];
  leaflet: readonly LeafletPiece[];
  /** How people say signs, and the words that its patterns name together. */
  symptoms: readonly SymptomSign[];
  symptomWords: readonly SymptomLexicon[];
  /** Newest first. */
  history: readonly ContentChange[];
  sources: ReadonlyMap<string, Source>;
  /** Hosts of copies. */
  sourceHosts: readonly SourceHost[];
}
