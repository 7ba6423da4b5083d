import { type Analyte, labVocabulary } from "@/lib/reading/labs/lab-vocabulary";

/** A panel written as figures alone, in an order that everybody knows. `sure`: a word or a sign says which panel it is. */
export interface PanelShorthand {
  values: { analyte: Analyte; value: number }[];
  sure: boolean;
}

interface PanelSlot {
  analyte: string;
  low: number;
  high: number;
}

/** What a living person can have, in the units of the country that writes panels so (the United States). */
const SODIUM: PanelSlot = { analyte: "sodium", low: 95, high: 185 };
const POTASSIUM: PanelSlot = { analyte: "potassium", low: 1, high: 9.9 };
const CHLORIDE: PanelSlot = { analyte: "chloride", low: 55, high: 140 };
const CARBON_DIOXIDE: PanelSlot = { analyte: "bicarbonate (total CO2)", low: 3, high: 60 };
const UREA_NITROGEN: PanelSlot = { analyte: "urea nitrogen (BUN)", low: 1, high: 250 };
const CREATININE: PanelSlot = { analyte: "creatinine", low: 0.1, high: 25 };
const GLUCOSE: PanelSlot = { analyte: "glucose", low: 20, high: 1500 };
const LEUKOCYTES: PanelSlot = { analyte: "leukocytes", low: 0.1, high: 400 };
const HAEMOGLOBIN: PanelSlot = { analyte: "hemoglobin", low: 2, high: 24 };
const HAEMATOCRIT: PanelSlot = { analyte: "hematocrit", low: 6, high: 72 };
const PLATELETS: PanelSlot = { analyte: "platelets", low: 1, high: 2500 };

/** `signed`: the run must show one of the signs that only this panel has. */
const ORDERS: readonly { slots: readonly PanelSlot[]; signed: boolean }[] = [
  { slots: [SODIUM, POTASSIUM, CHLORIDE, CARBON_DIOXIDE, UREA_NITROGEN, CREATININE, GLUCOSE], signed: false },
  { slots: [SODIUM, POTASSIUM, CHLORIDE, CARBON_DIOXIDE, UREA_NITROGEN, CREATININE], signed: false },
  // The fishbone as text: the upper row, the lower row, glucose at its tail or behind the upper row.
  { slots: [SODIUM, CHLORIDE, UREA_NITROGEN, GLUCOSE, POTASSIUM, CARBON_DIOXIDE, CREATININE], signed: false },
  { slots: [SODIUM, CHLORIDE, UREA_NITROGEN, POTASSIUM, CARBON_DIOXIDE, CREATININE, GLUCOSE], signed: false },
  { slots: [LEUKOCYTES, HAEMOGLOBIN, HAEMATOCRIT, PLATELETS], signed: true },
];

const NAMED = /\b(?:[bc]mp|chem[ -]?[67]|sma[ -]?7|lytes|electrolytes|basic metabolic|renal panel|cbc|fbc)\b/i;
const RUN = /(?<![\d./|<>])\d{1,4}(?:\.\d{1,2})?(?:\s{0,3}[/|<>\\]\s{0,3}\d{1,4}(?:\.\d{1,2})?){3,6}(?![\d./|<>])/;

/** A run of figures parted by strokes in the order of a basic metabolic panel or a blood count; null where there is none. */
export function readPanelShorthand(line: string): PanelShorthand | null {
  const run = RUN.exec(line.slice(0, 400));
  if (run === null) return null;
  const numbers = run[0].split(/[/|<>\\]/).map((part) => Number(part.trim()));
  const signed = /[<>]/.test(run[0]);
  const order = ORDERS.find(
    (one) =>
      (signed || !one.signed) &&
      one.slots.length === numbers.length &&
      one.slots.every(({ low, high }, index) => (numbers[index] ?? -1) >= low && (numbers[index] ?? -1) <= high),
  );
  if (order === undefined) return null;
  const { byName } = labVocabulary();
  const values = order.slots.flatMap(({ analyte }, index) => {
    const known = byName.get(analyte);
    return known === undefined ? [] : [{ analyte: known, value: numbers[index] ?? 0 }];
  });
  return { values, sure: NAMED.test(line) || signed };
}
