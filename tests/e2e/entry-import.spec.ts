import { expect, test, type Page } from "@playwright/test";
import { visit } from "./support/alive";
import { expectSaved, lineOf } from "./support/review-steps";

const BOX = "Paste or type the list, any format";
const box = (page: Page) => page.getByLabel(BOX);
const choose = (page: Page, name: string, mimeType: string, content: string | Buffer) =>
  page
    .getByLabel("File to import")
    .setInputFiles({ name, mimeType, buffer: typeof content === "string" ? Buffer.from(content) : content });

const BUNDLE = {
  resourceType: "Bundle",
  type: "collection",
  entry: [
    {
      resource: {
        resourceType: "Patient",
        id: "p",
        birthDate: "1953-05-05",
        gender: "female",
        name: [{ family: "Madeup" }],
      },
    },
    {
      resource: {
        resourceType: "MedicationRequest",
        status: "active",
        intent: "order",
        subject: { reference: "Patient/p" },
        medicationCodeableConcept: { text: "Furosemide 40 MG Oral Tablet" },
        dosageInstruction: [{ text: "Take 1 tablet every morning" }],
      },
    },
    {
      resource: {
        resourceType: "MedicationRequest",
        status: "stopped",
        intent: "order",
        subject: { reference: "Patient/p" },
        medicationCodeableConcept: { text: "Simvastatin 20 MG Oral Tablet" },
      },
    },
    {
      resource: {
        resourceType: "Condition",
        subject: { reference: "Patient/p" },
        code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "N18.32" }] },
      },
    },
    {
      resource: {
        resourceType: "Observation",
        status: "final",
        category: [{ coding: [{ code: "laboratory" }] }],
        code: { text: "Potassium" },
        effectiveDateTime: "2026-11-20",
        valueQuantity: { value: 3.1, unit: "mmol/L" },
      },
    },
    { resource: { resourceType: "Encounter", status: "finished" } },
  ],
};

test("a text file goes into the box as it is, after what stands there, and is undone in one step", async ({ page }) => {
  await visit(page, "/reviews/new");
  await choose(page, "list.txt", "text/plain", "Furosemide 40 mg daily\r\nDigoxin 125 micrograms daily\r\n");
  await expect(box(page)).toHaveValue("Furosemide 40 mg daily\nDigoxin 125 micrograms daily");
  await expect(page.getByText("2 lines of list.txt added to the list.")).toBeVisible();
  await expect(lineOf(page, 2)).toContainText("digoxin");
  await choose(page, "more.csv", "text/csv", 'Drug,Dose,Directions\n"Amlodipine","10 mg","daily, with food"\n');
  await expect(box(page)).toHaveValue(
    "Furosemide 40 mg daily\nDigoxin 125 micrograms daily\nMedications:\nDrug\tDose\tDirections\nAmlodipine\t10 mg\tdaily, with food",
  );
  await expect(lineOf(page, 5)).toContainText("amlodipine 10 mg · daily");
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(box(page)).toHaveValue("Furosemide 40 mg daily\nDigoxin 125 micrograms daily");
});

test("a FHIR bundle fills list, conditions, results, birth year and sex, counts what was not read, and takes no name", async ({
  page,
}) => {
  await visit(page, "/reviews/new");
  await choose(page, "bundle.json", "application/fhir+json", JSON.stringify(BUNDLE));
  await expect(page.getByText("From bundle.json: 2 medication lines, 1 condition and 1 result added.")).toBeVisible();
  await expect(page.getByText("1 Encounter: not a kind of resource that is read here")).toBeVisible();
  await expect(box(page)).toHaveValue(
    "Furosemide 40 MG Oral Tablet, Take 1 tablet every morning\nSimvastatin 20 MG Oral Tablet, stopped",
  );
  await expect(lineOf(page, 1)).toContainText("furosemide 40 mg");
  await expect(lineOf(page, 2)).toContainText("stopped");
  await expect(page.getByRole("list", { name: "Conditions entered" })).toContainText("N18.32");
  await expect(page.getByRole("textbox", { name: "Results" })).toHaveValue(/potassium.* 3\.1 mmol\/L 20 Nov 2026/i);
  await expect(page.getByLabel("Birth year")).toHaveValue("1953");
  await expect(page.getByLabel("Sex")).toHaveValue("female");
  await expect(page.locator("body")).not.toContainText("Madeup");
  await expectSaved(page);
});

test("a birth year that differs from the one entered is kept and asked about", async ({ page }) => {
  await visit(page, "/reviews/new");
  await page.getByLabel("Birth year").fill("1971");
  await choose(page, "bundle.json", "application/json", JSON.stringify(BUNDLE));
  await expect(
    page.getByText("The file gives birth year 1953; 1971 was entered and is kept. Is this the same patient?"),
  ).toBeVisible();
  await expect(page.getByLabel("Birth year")).toHaveValue("1971");
});

const REFUSED: readonly { name: string; file: string; content: string | Buffer; says: string }[] = [
  {
    name: "a PDF",
    file: "letter.pdf",
    content: "%PDF-1.7\n%âãÏÓ",
    says: "This file is not text (it looks like a PDF). Nothing was changed. Paste the words instead.",
  },
  {
    name: "a Word file",
    file: "letter.docx",
    content: Buffer.from([0x50, 0x4b, 3, 4, 20, 0]),
    says: "This file is not text (it looks like a Word, Excel or zip file). Nothing was changed. Paste the words instead.",
  },
  {
    name: "an unknown binary file",
    file: "x.txt",
    content: Buffer.from([65, 0, 66, 1, 2]),
    says: "This file is not text. Nothing was changed. Paste the words instead.",
  },
  { name: "an empty file", file: "empty.txt", content: "  \n", says: "This file is empty. Nothing was changed." },
  {
    name: "JSON that is no FHIR",
    file: "other.json",
    content: '{"a":1}',
    says: "This file is JSON, but not FHIR: it holds no resource. Nothing was changed.",
  },
  {
    name: "a bundle of two patients",
    file: "two.json",
    content: JSON.stringify({
      resourceType: "Bundle",
      entry: ["a", "b"].map((id) => ({ resource: { resourceType: "Patient", id } })),
    }),
    says: "This file holds 2 patients. Nothing was changed. Import one patient at a time.",
  },
];

for (const { name, file, content, says } of REFUSED) {
  test(`${name} is refused in words and changes nothing`, async ({ page }) => {
    await visit(page, "/reviews/new");
    await box(page).fill("Furosemide 40 mg daily");
    await choose(page, file, "application/octet-stream", content);
    await expect(page.getByText(says)).toBeVisible();
    await expect(box(page)).toHaveValue("Furosemide 40 mg daily");
  });
}

test("a file dropped on the box is imported", async ({ page }) => {
  await visit(page, "/reviews/new");
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["Furosemide 40 mg daily"], "dropped.txt", { type: "text/plain" }));
    return transfer;
  });
  await box(page).dispatchEvent("dragover", { dataTransfer: files });
  await box(page).dispatchEvent("drop", { dataTransfer: files });
  await expect(box(page)).toHaveValue("Furosemide 40 mg daily");
  await expect(page.getByText("1 line of dropped.txt added to the list.")).toBeVisible();
});
