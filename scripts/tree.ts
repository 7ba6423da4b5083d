/**
 * `npm run tree [-- FOLDER]`: counts the rooms of a tree: folders, imports between them, circles, the biggest folders. With a
 * folder, of the tree there (another commit, in a work tree of git).
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { REMAINING } from "../eslint.remaining.mjs";

const ROOTS = ["lib", "app", "scripts"];
const MOST_FILES = 20;
const SHOWN = 6;

function filesOf(root: string): string[] {
  return ROOTS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name) && !entry.name.includes(".d."))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
}

/** What each file imports of the tree itself; types count, since they bind as well. */
function importsOf(root: string, files: readonly string[]): Map<string, string[]> {
  return new Map(
    files.map((file) => [
      file,
      ts
        .preProcessFile(readFileSync(path.join(root, file), "utf8"))
        .importedFiles.flatMap(({ fileName }) => resolved(root, file, fileName) ?? []),
    ]),
  );
}

function resolved(root: string, from: string, name: string): string | null {
  if (!name.startsWith("@/") && !name.startsWith(".")) return null;
  const base = name.startsWith("@/") ? name.slice(2) : path.join(path.dirname(from), name);
  const candidates = [`${base}.ts`, `${base}.tsx`, base, path.join(base, "index.ts")];
  return candidates.find((one) => /\.(?:tsx?|mjs)$/.test(one) && existsSync(path.join(root, one))) ?? null;
}

/** Imports between groups of files, each pair once. */
function arrows(imports: ReadonlyMap<string, readonly string[]>, groupOf: (file: string) => string) {
  const found = new Map<string, Set<string>>();
  for (const [from, all] of imports)
    for (const to of all) {
      const [a, b] = [groupOf(from), groupOf(to)];
      if (a === b) continue;
      const known = found.get(a) ?? new Set<string>();
      found.set(a, known.add(b));
    }
  return found;
}

/** Groups that import one another round about. */
function circles(of: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reach = new Map([...of.keys()].map((from) => [from, reachedFrom(from, of)]));
  const found = new Map<string, string[]>();
  for (const [one, reached] of reach) {
    if (!reached.has(one)) continue;
    const circle = [...reached].filter((other) => reach.get(other)?.has(one) === true).sort();
    found.set(circle.join(), circle);
  }
  return [...found.values()];
}

function reachedFrom(from: string, of: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const to of of.get(at) ?? [])
      if (!reached.has(to)) {
        reached.add(to);
        open.push(to);
      }
  return reached;
}

const sum = (of: ReadonlyMap<string, ReadonlySet<string>>) => [...of.values()].reduce((all, to) => all + to.size, 0);
const roomOf = (file: string) => file.split("/").slice(0, 2).join("/");

function main(): void {
  const root = process.argv[2] ?? ".";
  const files = filesOf(root);
  const imports = importsOf(root, files);
  const byFolder = new Map<string, number>();
  for (const file of files) byFolder.set(path.dirname(file), (byFolder.get(path.dirname(file)) ?? 0) + 1);
  const lines = files.map((file) => readFileSync(path.join(root, file), "utf8").split("\n"));
  const folders = arrows(imports, (file) => path.dirname(file));
  const rooms = arrows(imports, roomOf);
  const biggest = [...byFolder].sort((a, b) => b[1] - a[1]);
  const rows: readonly (readonly [string, string | number])[] = [
    ["files of code", files.length],
    ["lines", lines.reduce((all, { length }) => all + length, 0)],
    ["lines of more than 120 columns", lines.flat().filter(({ length }) => length > 120).length],
    ["longest file, lines", Math.max(...lines.map(({ length }) => length))],
    ["folders of code", byFolder.size],
    [`folders of more than ${MOST_FILES} files`, biggest.filter(([, count]) => count > MOST_FILES).length],
    [
      "biggest folders",
      biggest
        .slice(0, SHOWN)
        .map(([folder, count]) => `${folder} ${count}`)
        .join(", "),
    ],
    ["arrows between rooms (lib/x, app/x)", sum(rooms)],
    ["arrows between folders", sum(folders)],
    ["circles of files", circles(arrows(imports, (file) => file)).length],
    [
      "circles of rooms",
      circles(rooms)
        .map((circle) => circle.join(" ↔ "))
        .join("; ") || 0,
    ],
    ["circles of folders", circles(folders).length],
    ["folders in circles", circles(folders).reduce((all, { length }) => all + length, 0)],
  ];
  process.stdout.write(`| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}\n`);
  if (root !== ".") return;
  for (const circle of circles(arrows(imports, (file) => file)))
    process.stdout.write(`| a circle of files | ${circle.join(" ↔ ")} |\n`);
  for (const [rule, left] of Object.entries(REMAINING))
    process.stdout.write(`| files that do not keep \`${rule}\` yet | ${left.length} |\n`);
}

main();
