/** A made-up list to try the page with: several ways of writing, a misspelling, a stopped drug and a line that is no drug. */
export const EXAMPLE_LIST = [
  "1. Bendroflumethiazide 2.5mg OD since Feb 2026",
  "2. amlodipine 10 mg daily",
  "Simvastatin 40mg nocte",
  "Symbicort 200/6 two puffs twice daily",
  "Zaroxlyn 5mg",
  "paracetamol 1 g up to four times a day as needed",
  "omeprazole 20 mg capsule every morning",
  "Stopped: lisinopril (cough)",
  "NKDA",
].join("\n");
