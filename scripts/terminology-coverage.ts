/**
 * Counts how many names of the source tables the product knows, and lists the others with the reason:
 *   tsx scripts/terminology-coverage.ts [FOLDER]     default: ../shared/terminology; writes docs/terminology-coverage.md
 */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { readTable } from "@/lib/terminology/read-table";
import { bestSource, isShopLabel, LONGEST_KEY, MOST_WORDS } from "./terminology/drug-name-table";
import { cell, readSource, type Row } from "./terminology/source-tables";

const KINDS = {
  brand: "US brands",
  ingredient: "generic names",
  multi_ingredient: "combinations",
  synonym: "synonyms and INN names",
} as const;
const REASONS = {
  word: "an everyday word (`curated/never-names.tsv`, each with its reason)",
  shop: 'a shop\'s label made of descriptive words only ("Pain Relief"): the box of today may hold another substance',
  long: "a pack or chemical description of more than ten words or 80 letters; the name itself is known",
  slip: "a spelling a slip or two from its ingredient and as near to another drug (`scripts/terminology/near-spellings.ts`): asked about, never read",
} as const;
type Reason = keyof typeof REASONS;

const folder = process.argv[2] ?? path.join(process.cwd(), "..", "shared", "terminology");
if (!existsSync(folder)) {
  process.stdout.write(`The source tables are not at ${folder}: nothing was counted.\n`);
} else
  writeFileSync(
    path.join(process.cwd(), "docs", "terminology-coverage.md"),
    coverage(readSource(folder, "drug_names.tsv.gz")),
  );

function coverage(rows: readonly Row[]): string {
  const never = new Set(readTable("curated/never-names.tsv").map(([word = ""]) => nameKey(word)));
  const descriptors = new Set(readTable("curated/descriptor-words.tsv").map(([word = ""]) => word));
  const lines: string[] = [];
  const left: Record<Reason, string[]> = { word: [], shop: [], long: [], slip: [] };
  for (const [kind, label] of Object.entries(KINDS)) {
    const byKey = new Map(
      rows.filter((row) => cell(row, "kind") === kind).map((row) => [nameKey(cell(row, "name")), row]),
    );
    const unknown = [...byKey].filter(([key]) => drugNames().lookup(key).length === 0);
    for (const [key, row] of unknown) left[reasonOf(key, row, never, descriptors)].push(cell(row, "name").trim());
    const known = byKey.size - unknown.length;
    lines.push(
      `| ${label} | ${byKey.size} | ${known} | ${((100 * known) / byKey.size).toFixed(2)} % | ${unknown.length} |`,
    );
  }
  const listed = (Object.keys(REASONS) as Reason[]).map(
    (reason) => `## ${left[reason].length}: ${REASONS[reason]}\n\n${left[reason].sort().join("; ")}\n`,
  );
  return `# Which names of the source tables are known\n\nMade by \`npx tsx scripts/terminology-coverage.ts\` from the tables that lib/terminology/data was compiled from; names are counted once each, apart from case and punctuation. Every name that is not known stands below with the reason.\n\n| names | in the tables | known | share | left out |\n|---|---:|---:|---:|---:|\n${lines.join("\n")}\n\n${listed.join("\n")}`;
}

function reasonOf(key: string, row: Row, never: ReadonlySet<string>, descriptors: ReadonlySet<string>): Reason {
  const name = cell(row, "name").trim();
  if (never.has(key)) return "word";
  if (key.length > LONGEST_KEY || name.split(/\s+/).length > MOST_WORDS) return "long";
  if (isShopLabel({ name, kind: cell(row, "kind"), source: bestSource(cell(row, "source")) }, descriptors))
    return "shop";
  if (cell(row, "kind") === "synonym") return "slip";
  throw new Error(`"${name}" is not known and no rule says why.`);
}
