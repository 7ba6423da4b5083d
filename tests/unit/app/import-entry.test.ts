import { describe, expect, it } from "vitest";
import { EMPTY_ENTRY } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { fhirImport, importedFrom } from "@/app/(clinic)/reviews/_entry/_import/import-entry";
import { readMedications } from "@/lib/reading/medications/read-medications";

const given = {
  medications: ["Furosemide 40 mg"],
  conditions: ["I10", "N18.32"],
  results: ["Potassium 3.1 mmol/L"],
  birthYear: "1953",
  sex: "female",
  notRead: [],
};

describe("importing into an entry", () => {
  it("fills what is empty", () => {
    expect(fhirImport("b.json", given, EMPTY_ENTRY)).toMatchObject({
      ok: true,
      message: "From b.json: 1 medication line, 2 conditions and 1 result added.",
      patch: {
        medications: "Furosemide 40 mg",
        conditions: ["I10", "N18.32"],
        labs: "Potassium 3.1 mmol/L",
        birthYear: "1953",
        sex: "female",
      },
    });
  });

  it("adds after what stands there, counts a condition once, and asks where birth year or sex differ", () => {
    const entry = {
      ...EMPTY_ENTRY,
      medications: "Digoxin\n",
      conditions: ["I10"],
      labs: "Na 138",
      birthYear: "1971",
      sex: "male",
    };
    const imported = fhirImport("b.json", given, entry);
    expect(imported).toMatchObject({
      ok: true,
      patch: {
        medications: "Digoxin\nMedications:\nFurosemide 40 mg",
        conditions: ["I10", "N18.32"],
        labs: "Na 138\nPotassium 3.1 mmol/L",
      },
    });
    expect(imported.ok && imported.patch).not.toHaveProperty("birthYear");
    expect(imported.ok && imported.notes.filter((note) => note.endsWith("Is this the same patient?"))).toHaveLength(2);
  });

  it("does not let a list that ended with allergies make an allergy of what is imported", async () => {
    const entry = { ...EMPTY_ENTRY, medications: "Digoxin 125 micrograms\nAllergies:\npenicillin" };
    const imported = await importedFrom(new File(["Furosemide 40 mg daily"], "list.txt"), entry);
    const text = imported.ok ? (imported.patch.medications ?? "") : "";
    const uses = readMedications(text, { asOf: "2026-11-22", jurisdiction: "US" }).flatMap((piece) =>
      piece.medications.map(({ name, use }) => [name.toLowerCase(), use]),
    );
    expect(uses).toEqual([
      ["digoxin", "current"],
      ["penicillin", "allergy"],
      ["furosemide", "current"],
    ]);
  });

  it("says why a file was refused and changes nothing", async () => {
    expect(await importedFrom(new File(["%PDF-1.7"], "a.pdf"), EMPTY_ENTRY)).toEqual({
      ok: false,
      message: "This file is not text (it looks like a PDF). Nothing was changed. Paste the words instead.",
    });
  });
});
