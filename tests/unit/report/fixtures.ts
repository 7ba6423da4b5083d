import type { PatientCase } from "@/lib/domain/case";
import type { MedicationPiece } from "@/lib/domain/medication";
import type { Finding, Review } from "@/lib/domain/review";
import type { ReportInput } from "@/lib/report/model/report-model";

export function medicationPiece(text: string, start: number, name: string): MedicationPiece {
  return {
    text,
    start,
    end: start + text.length,
    status: "recognised",
    suggestions: [],
    medications: [
      {
        name,
        match: "exact",
        ingredients: [{ rxcui: "1", name }],
        strength: "25 mg",
        form: "tablet",
        route: "oral",
        frequency: "daily",
        asNeeded: false,
        start: "2026-02-02",
        stop: null,
        use: "current",
        useReason: null,
        doubts: [],
      },
    ],
  };
}

export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    id: "medication:thiazide-thiazide-like",
    kind: "medication",
    priority: "consider",
    strength: "strong",
    title: "Hydrochlorothiazide and cramps",
    ingredients: ["hydrochlorothiazide"],
    mechanisms: ["hypokalaemia"],
    reasons: ["started 2 Feb 2026"],
    effects: [
      {
        text: "1.48 (95 % CI 1.29 to 1.68)",
        measure: "adjusted sequence ratio",
        estimate: 1.48,
        low: 1.29,
        high: 1.68,
        sourceId: "garrison2012",
      },
    ],
    against: ["A chart review found no class over-represented."],
    options: ["Consider a dose review."],
    timing: "plausible",
    sources: [{ id: "garrison2012", citation: "Garrison SR. Arch Intern Med 2012;172:120-126", pmid: "22157068" }],
    ruleId: "DIU-01",
    ...overrides,
  };
}

export function patientCase(overrides: Partial<PatientCase> = {}): PatientCase {
  const first = "HCTZ 25 mg daily";
  const second = "Zaroxlyn 5mg";
  return {
    id: "case-1",
    schemaVersion: "1.0.0",
    medications: [
      medicationPiece(first, 0, "hydrochlorothiazide"),
      {
        text: second,
        start: first.length + 1,
        end: first.length + 1 + second.length,
        status: "unrecognised",
        medications: [],
        suggestions: [
          { name: "Zaroxolyn", ingredients: [{ rxcui: "6916", name: "metolazone" }], why: "one letter differs" },
        ],
      },
    ],
    conditions: [],
    labs: [],
    context: {
      asOf: "2026-11-22",
      jurisdiction: "US",
      ageYears: 73,
      birthYear: 1953,
      sex: "female",
      pregnant: null,
      gestationWeeks: null,
      dialysis: null,
      alcoholUnitsPerWeek: null,
      cramps: { onset: "2026-04", perWeek: 5, timing: null, site: null },
      symptoms: {},
      symptomText: null,
    },
    unread: [],
    ...overrides,
  };
}

export function review(overrides: Partial<Review> = {}): Review {
  return {
    id: "case-1",
    schemaVersion: "1.0.0",
    knowledgeVersion: "2026.11 a1f3",
    asOf: "2026-11-22",
    findings: [finding()],
    labs: [
      {
        id: "magnesium",
        name: "Magnesium, serum/plasma",
        loinc: "19123-9",
        priority: "consider",
        reasons: ["hydrochlorothiazide"],
        answeredBy: null,
        repeat: null,
        leftOutOf: ["BMP", "CMP"],
      },
    ],
    questions: ["Is the urine dark?"],
    unread: [{ text: "Zaroxlyn 5mg", where: "medications", status: "unrecognised", suggestions: ["Zaroxolyn"] }],
    ...overrides,
  };
}

export function reportInput(overrides: Partial<ReportInput> = {}): ReportInput {
  return {
    patientCase: patientCase(),
    review: review(),
    decisions: [],
    chosenLabs: [],
    acknowledged: [],
    identity: {
      reviewId: "7f2c",
      reference: "CC-0412",
      status: "draft",
      signedBy: null,
      signedAt: null,
      organisation: "Elm Surgery",
      timeZone: "Europe/London",
      generatedAt: "2026-11-22T14:41:00.000Z",
      digest: null,
    },
    ...overrides,
  };
}
