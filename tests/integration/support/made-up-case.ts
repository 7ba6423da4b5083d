import { CaseInput, PatientCase } from "@/lib/domain/case";
import { Finding, Review } from "@/lib/domain/review";
import { SCHEMA_VERSION } from "@/lib/domain/vocabulary";

type Wanted = {
  drugs?: string[];
  findings?: Partial<Finding>[];
  unread?: string[];
  birthYear?: number | null;
  perWeek?: number | null;
  labs?: string[];
  text?: string;
};

/** A case and its review with just what a test of storage needs; the drugs and figures are made up. */
export function madeUpCase(wanted: Wanted = {}): { input: CaseInput; patientCase: PatientCase; review: Review } {
  const {
    drugs = ["furosemide"],
    findings = [{}],
    unread = [],
    birthYear = 1953,
    perWeek = 5,
    labs = ["magnesium"],
  } = wanted;
  const medications = drugs.map((name, index) => ({
    text: name,
    start: index * 20,
    end: index * 20 + name.length,
    status: "recognised" as const,
    suggestions: [],
    medications: [
      {
        name,
        match: "exact" as const,
        ingredients: [{ rxcui: null, name }],
        strength: null,
        form: null,
        route: null,
        frequency: null,
        asNeeded: false,
        start: null,
        stop: null,
        use: "current" as const,
        useReason: null,
        doubts: [],
      },
    ],
  }));
  return {
    input: CaseInput.parse({ medications: wanted.text ?? drugs.join("\n"), context: { birthYear } }),
    patientCase: PatientCase.parse({
      id: null,
      schemaVersion: SCHEMA_VERSION,
      medications,
      conditions: [],
      labs: [],
      unread: [],
      context: { asOf: "2026-11-22", birthYear, sex: "female", cramps: { onset: "2026-04", perWeek } },
    }),
    review: Review.parse({
      id: null,
      schemaVersion: SCHEMA_VERSION,
      knowledgeVersion: "test",
      asOf: "2026-11-22",
      questions: [],
      findings: findings.map((finding, index) => madeUpFinding({ id: `medication:made-up-${index}`, ...finding })),
      labs: labs.map((id) => ({
        id,
        name: id,
        loinc: null,
        priority: "consider",
        reasons: ["made up"],
        answeredBy: null,
        repeat: null,
        leftOutOf: [],
      })),
      unread: unread.map((text) => ({ text, where: "medications", status: "unrecognised", suggestions: [] })),
    }),
  };
}

function madeUpFinding(finding: Partial<Finding>): Finding {
  return Finding.parse({
    id: "medication:made-up",
    kind: "medication",
    priority: "consider",
    strength: "moderate",
    title: "A made-up finding",
    ingredients: [],
    mechanisms: [],
    reasons: [],
    effects: [],
    against: [],
    options: [],
    timing: "unknown",
    sources: [],
    ruleId: "made-up",
    ...finding,
  });
}
