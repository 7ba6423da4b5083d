/**
 * Compiles the source facts (names, codes, which ingredient they mean) into the compact tables of lib/terminology/data.
 *   tsx scripts/build-terminology.ts FOLDER     default: ../shared/terminology
 * Same input, same bytes. The curated tables (lib/terminology/data/curated) are written by hand and read at run time,
 * so that a name can be added without the sources. See lib/terminology/data/PROVENANCE.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { drugNameRows } from "./terminology/drug-name-table";
import { icdRows } from "./terminology/icd-table";
import { icdWordIndex } from "./terminology/icd-word-index";
import { IngredientTable } from "./terminology/ingredient-table";
import { strengthRows } from "./terminology/strength-table";
import { cell, members, readSource } from "./terminology/source-tables";

const source = process.argv[2] ?? path.join(process.cwd(), "..", "shared", "terminology");
const target = path.join(process.cwd(), "lib", "terminology", "data");

function write(name: string, header: string, lines: readonly string[]): void {
  const text = `${header}\n${lines.join("\n")}\n`;
  // Level 9 and no time stamp: Node writes a zero mtime, so the same text gives the same bytes.
  writeFileSync(path.join(target, name), name.endsWith(".gz") ? gzipSync(text, { level: 9 }) : text);
  process.stderr.write(`${name}: ${lines.length} rows\n`);
}

mkdirSync(target, { recursive: true });
const nameSource = readSource(source, "drug_names.tsv.gz");
const rxcuiSource = readSource(source, "rxcui_ingredients.tsv.gz");
const ingredients = new IngredientTable(nameSource, rxcuiSource);

write(
  "ingredients.tsv",
  "rxcui\tname",
  ingredients.rows.map((row) => `${row.rxcui}\t${row.name}`),
);
write(
  "drug-names.tsv",
  "key\tname\tkind\tingredients (line numbers of ingredients.tsv, from 0)\tsource",
  drugNameRows(nameSource, ingredients).map((row) =>
    [row.key, row.name, row.kind, row.ingredients.join(","), row.source].join("\t"),
  ),
);
write(
  "rxcui.tsv.gz",
  "rxcui\tingredients",
  rxcuiSource.flatMap((row) => {
    const found = members(cell(row, "ingredient_rxcuis"))
      .map((rxcui) => ingredients.ofRxcui(rxcui))
      .filter((index) => index !== null);
    return found.length === 0 ? [] : [`${cell(row, "rxcui")}\t${found.join(",")}`];
  }),
);
write(
  "strengths.tsv",
  "ingredient (line number of ingredients.tsv, from 0)\tstrengths",
  strengthRows(rxcuiSource, ingredients),
);
const icd = icdRows(readSource(source, "icd10cm.tsv.gz"));
write("icd10cm.tsv.gz", "code\tdisplay\tbillable", icd);
writeFileSync(
  path.join(target, "icd10cm-words.bin.gz"),
  gzipSync(icdWordIndex(icd.map((row) => row.split("\t")[1] ?? "")), { level: 9 }),
);
write(
  "icd10cm-synonyms.tsv",
  "code\tterm\ttype",
  readSource(source, "icd10cm_synonyms.tsv").map((row) =>
    [cell(row, "icd10cm"), cell(row, "term"), cell(row, "type")].join("\t"),
  ),
);
write(
  "loinc.tsv",
  "loinc\tanalyte\tspecimen\tname\tkind\tverified",
  readSource(source, "loinc_labs.tsv").map((row) =>
    [
      cell(row, "loinc"),
      cell(row, "analyte"),
      cell(row, "specimen"),
      cell(row, "long_common_name"),
      cell(row, "property_kind"),
      cell(row, "verified"),
    ].join("\t"),
  ),
);
