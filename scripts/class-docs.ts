import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PRIORITIES } from "@/lib/domain/vocabulary";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { DrugClass, OnsetWindow } from "@/lib/knowledge/schema";

/** The tables of docs/grading.md and docs/onset.md, made from the content. `npx tsx scripts/class-docs.ts` writes them in place. */
export const CLASS_DOCS: Readonly<Record<string, (classes: readonly DrugClass[]) => string>> = {
  grades: gradeCounts,
  classes: classTable,
  contexts: contextTable,
  quiet: quietLists,
  windows: windowTable,
  "after-stopping": afterStoppingTable,
};

const FILES = ["docs/grading.md", "docs/onset.md"];
const STRENGTHS = ["strong", "moderate", "weak", "label-only"] as const;

/** A page with each generated table replaced by what the content says now. */
export function withTables(markdown: string, classes: readonly DrugClass[]): string {
  return markdown
    .split(/(?=<!-- table: )/)
    .map((part) =>
      part.replace(TABLE, (_whole, name: string) => {
        const table = CLASS_DOCS[name];
        if (!table) throw new Error(`no table is called ${name}`);
        return `<!-- table: ${name} -->\n${table(classes)}\n<!-- end of table -->`;
      }),
    )
    .join("");
}

const TABLE = /^<!-- table: ([a-z-]+) -->[^]*?<!-- end of table -->/;

function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const byStrength = (classes: readonly DrugClass[]) =>
  STRENGTHS.flatMap((strength) => classes.filter((entry) => entry.strength === strength));

function gradeCounts(classes: readonly DrugClass[]): string {
  const body = STRENGTHS.map((strength) => {
    const entries = classes.filter((entry) => entry.strength === strength);
    return [
      strength,
      String(entries.length),
      String(entries.filter((entry) => entry.verified).length),
      entries.map((entry) => entry.id).join(", "),
    ];
  });
  return rows(["strength", "classes", "verified", "which"], body);
}

function classTable(classes: readonly DrugClass[]): string {
  const body = byStrength(classes).map((entry) => [
    entry.ruleId,
    entry.id,
    entry.strength,
    entry.gradeRule,
    entry.verified ? "yes" : "no",
    String(entry.evidence.length),
    entry.commissioned ?? "",
    entry.ceiling,
  ]);
  return rows(["rule", "class", "strength", "letter", "verified", "figures", "commissioned group", "loudest"], body);
}

function contextTable(classes: readonly DrugClass[]): string {
  const body = classes.flatMap((entry) => [
    ...(entry.loudOnlyWhen ? [[entry.id, "held at information without it", entry.loudOnlyWhen.words]] : []),
    ...entry.raisedTo.map((step) => [entry.id, `raised to ${step.strength}`, step.words]),
    ...entry.safety.map((flag) => [
      entry.id,
      flag.when ? "safety flag in a context" : "safety flag at any time",
      flag.title,
    ]),
  ]);
  return rows(["class", "effect", "words"], body);
}

function quietLists(classes: readonly DrugClass[]): string {
  const atInformation = classes.filter(
    (entry) => PRIORITIES.indexOf(entry.ceiling) === PRIORITIES.length - 1 && entry.strength === "label-only",
  );
  const unlisted = classes.filter((entry) => entry.unlisted);
  return [
    `Never louder than information, the floor of the commissioned groups aside (${atInformation.length}): ${atInformation.map((entry) => entry.id).join(", ")}.`,
    "",
    `Not listed unless everything is opened (${unlisted.length}): ${unlisted.map((entry) => entry.id).join(", ")}.`,
  ].join("\n");
}

const COUNTED_FROM: Readonly<Record<OnsetWindow["anchor"], string>> = {
  start: "start",
  "start-or-increase": "start or increase",
  "start-increase-or-interaction": "start, increase or interacting drug",
  "dose-fall": "fall of the dose",
  "each-dose": "each dose or cycle",
  exposure: "exposure",
  use: "use",
  none: "not a cause",
};

function usual(window: OnsetWindow): string {
  if (window.typicalFromDays === null && window.typicalToDays === null) return "none";
  return `${window.typicalFromDays ?? 0} to ${window.typicalToDays ?? "any"}`;
}

function windowTable(classes: readonly DrugClass[]): string {
  const body = classes.map(({ id, onset }) => [
    id,
    COUNTED_FROM[onset.anchor],
    usual(onset),
    onset.plausibleToDays === null ? "no bound" : String(onset.plausibleToDays),
    onset.verified ? onset.sources.join(", ") : "judgement",
    onset.note ?? "",
  ]);
  return rows(["class", "counted from", "usual days", "plausible to", "basis", "note"], body);
}

function afterStoppingTable(classes: readonly DrugClass[]): string {
  const body = classes
    .filter((entry) => entry.outlastsStoppingDays !== null)
    .map((entry) => [entry.id, String(entry.outlastsStoppingDays)]);
  return rows(["class", "days"], body);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { classes } = loadKnowledge();
  for (const file of FILES) {
    const at = path.join(process.cwd(), file);
    writeFileSync(at, withTables(readFileSync(at, "utf8"), classes));
    process.stdout.write(`${file} written\n`);
  }
}
