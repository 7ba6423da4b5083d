import type { CaseInput } from "@/lib/domain/case";
import type { Decision } from "@/lib/domain/decision";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { ReportInput } from "@/lib/report/model/report-model";

const TODAY = "2026-11-22";

/** An ordinary case: a handful of drugs, one line that cannot be read, a low potassium. */
export const ORDINARY: CaseInput = {
  medications:
    "Bendroflumethiazide 2.5 mg daily since Feb 2026\nAmlodipine 10 mg daily since 2019\nSimvastatin 40 mg at night since 5 Jan 2026\nSeretide 250 two puffs twice daily\nZaroxlyn 5mg\nNKDA\nPrednisolone 5 mg daily, stopped 3 May 2026",
  conditions: ["N18.32", "asthma"],
  labs: "Potassium 2.4 mmol/L 20 Nov 2026, Creatinine 118 umol/L 20 Nov 2026",
  context: {
    asOf: TODAY,
    jurisdiction: "UK",
    birthYear: 1953,
    sex: "female",
    cramps: { onset: "2026-04", perWeek: 5, timing: "night" },
  },
};

/** Thirty-four drugs, red flags, many unread lines and many results: more than any page holds. */
export const CROWDED: CaseInput = {
  medications: [
    "Indapamide 2.5 mg daily since 1 Mar 2026",
    "Furosemide 40 mg daily since Jan 2026",
    "Prednisolone 20 mg daily since 2 Apr 2026",
    "Salbutamol 100 micrograms inhaler two puffs as needed",
    "Fostair 100/6 two puffs twice daily since Mar 2026",
    "Omeprazole 20 mg daily since 2015",
    "Bisoprolol 2.5 mg daily",
    "Ramipril 5 mg daily since 2018",
    "Atorvastatin 80 mg at night since 10 Mar 2026",
    "Clarithromycin 500 mg twice daily since 15 Nov 2026",
    "Amlodipine 10 mg daily",
    "Metformin 1 g twice daily",
    "Digoxin 125 micrograms daily",
    "Spironolactone 25 mg daily",
    "Quinine sulfate 200 mg at night",
    "Lithium carbonate 400 mg daily",
    "Tolvaptan 15 mg daily",
    "Donepezil 10 mg daily since Mar 2026",
    "Raloxifene 60 mg daily",
    "Teriparatide 20 micrograms daily",
    "Zoledronic acid 5 mg yearly",
    "Ciclosporin 100 mg twice daily",
    "Colchicine 500 micrograms twice daily",
    "Gemfibrozil 600 mg twice daily",
    "Venlafaxine 150 mg daily",
    "Levothyroxine 50 micrograms daily",
    "Pyridoxine 300 mg daily",
    "Nifedipine 60 mg daily",
    "Diltiazem 180 mg daily",
    "Hydrochlorothiazide 25 mg daily",
    "Metolazone 2.5 mg daily",
    "Terbutaline 5 mg three times a day",
    "Theophylline 200 mg twice daily",
    "Sodium picosulfate 10 mg at night",
    "Zaroxlyn 5mg",
    "hydroxizine prn",
    "the small white one",
    "Xyzzypril 5 mg",
    "Blue inhaler from Spain",
    "Frobnicatol 20 mg at night with food",
    "Unobtainium forte 1 tab",
    "Quuxamine retard 12 mg",
  ].join("\n"),
  conditions: [
    "Heart failure",
    "CKD stage 4",
    "Type 2 diabetes",
    "COPD",
    "Cirrhosis",
    "Hypothyroidism",
    "Peripheral arterial disease",
    "alcohol use disorder",
    "Parkinson disease",
    "Crohn disease",
    "gout",
  ],
  labs: "Potassium 2.4 mmol/L 20 Nov 2026, Sodium 118 mmol/L 20 Nov 2026, Magnesium 0.38 mmol/L 20 Nov 2026, Calcium 1.72 mmol/L 20 Nov 2026, Phosphate 0.4 mmol/L 20 Nov 2026, CK 12000 U/L 20 Nov 2026, Creatinine 260 umol/L 20 Nov 2026, TSH 14 mU/L 2 Nov 2026, Potassium 3.4 mmol/L 2 Jun 2026",
  context: {
    asOf: TODAY,
    jurisdiction: "UK",
    birthYear: 1948,
    sex: "female",
    alcoholUnitsPerWeek: 40,
    cramps: { onset: "2026-04", perWeek: 14 },
    symptoms: {
      oneSidedSwelling: "yes",
      darkUrine: "yes",
      weakness: "yes",
      coldLimb: "yes",
      bladderChange: "yes",
      palpitations: "yes",
      tetany: "yes",
      fever: "yes",
    },
  },
};

export const EMPTY: CaseInput = {
  medications: "",
  conditions: ["cramps"],
  context: { asOf: TODAY, jurisdiction: "US" },
};

/** Names that try to leave their cell, their page, their tag and their line. */
export const HOSTILE: CaseInput = {
  medications: [
    `${"W".repeat(10_000)}`,
    `<script>alert(1)</script> 5 mg`,
    `=HYPERLINK("http://x","y") 5 mg`,
    `دواء شديد الخطورة 5 mg`,
    `warfarin\u202E gm 5`,
    `💊💊💊 aspirin`,
    `"><img src=x onerror=alert(1)>`,
    `\u0000\u0007amlodipine\u001b[31m 5 mg`,
    `Furosemide 40 mg since Mar 2026`,
    `\\u003cb\\u003e ${"x1".repeat(400)}/mg`,
    `${"1".repeat(3_000)}mg/L`,
    `-2+3+cmd|' /C calc'!A0`,
    `Ａｍｌｏｄｉｐｉｎｅ`,
    `{{constructor.constructor('x')()}}`,
  ].join("\n"),
  conditions: [`<b>${"y".repeat(3_000)}`],
  context: {
    asOf: TODAY,
    jurisdiction: "UK",
    birthYear: 1960,
    sex: "male",
    cramps: { onset: "2026-04-10" },
    symptomText: "<svg onload=alert(1)>",
  },
};

export const CASES = { ordinary: ORDINARY, crowded: CROWDED, empty: EMPTY, hostile: HOSTILE } as const;

/** A report's input as a signed review gives it: the first findings have decisions, the first open tests are ticked. */
export function signedInput(input: CaseInput): ReportInput {
  const { patientCase, review } = reviewInput(input, { knowledge: loadKnowledge(), today: TODAY });
  const actions = ["act", "monitor", "not-relevant", "dismiss"] as const;
  const decisions = review.findings.slice(0, 12).map((finding, index): Decision => ({
    findingId: finding.id,
    action: actions[index % 4] ?? "act",
    reason: index % 4 === 3 ? "tolerated" : null,
    comment: index === 1 ? "spoken with the patient" : "",
    decidedBy: "Dr A. Osei",
    decidedAt: "2026-11-22T14:32:00.000Z",
  }));
  return {
    patientCase,
    review,
    decisions,
    chosenLabs: review.labs
      .filter((lab) => lab.answeredBy === null)
      .slice(0, 3)
      .map((lab) => lab.id),
    acknowledged: review.unread.map((entry) => `unread:${entry.where}:${entry.text}`),
    identity: {
      reviewId: "clx8q2m4v0000s6h1k3j9d7f2c",
      reference: "CC-0412 · RX-1182",
      status: "signed",
      signedBy: "Dr A. Osei",
      signedAt: "2026-11-22T14:40:00.000Z",
      organisation: "Elm Surgery",
      timeZone: "Europe/London",
      generatedAt: "2026-11-22T14:40:00.000Z",
      digest: "9b41c0de".repeat(8),
    },
  };
}
