import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

/** Of the server's rooms, the few files that the browser needs too: words and limits, without anything that reads or stores. */
const SHARED = ["lib/auth/sign-in-answer.ts", "lib/clinic/export-limits.ts"];
const SERVER_FILES = /^(?:lib\/(?:store|auth|clinic)\/|lib\/env\.ts$|prisma\/)/;
const SERVER_PACKAGES = /^(?:node:|pg$|@prisma\/|next\/headers$|@node-rs\/argon2$|next-auth$)/;

/** What a file imports for its values; types alone are gone after compiling. */
function importsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const add = (node: ts.Expression | undefined) => {
    if (node !== undefined && ts.isStringLiteral(node)) found.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !isTypeOnly(node.importClause)) add(node.moduleSpecifier);
    if (ts.isExportDeclaration(node) && !node.isTypeOnly) add(node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function fileOf(specifier: string, from: string): string | null {
  const base = specifier.startsWith("@/") ? specifier.slice(2) : path.join(path.dirname(from), specifier);
  const tried = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return tried.find((one) => existsSync(one) && statSync(one).isFile()) ?? null;
}

it("no client component reaches the store, the sign-in, the clinic's use cases or a server package, by any way", () => {
  const clients = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join("app", file))
    .filter((file) => /^\s*["']use client["']/.test(readFileSync(file, "utf8")));
  expect(clients.length).toBeGreaterThan(50);
  const way = new Map(clients.map((file) => [file, file]));
  const queue = [...clients];
  const wrong: string[] = [];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const specifier of importsOf(file)) {
      const isOurs = specifier.startsWith("@/") || specifier.startsWith(".");
      const target = isOurs ? fileOf(specifier, file) : null;
      const isServers =
        target === null ? SERVER_PACKAGES.test(specifier) : SERVER_FILES.test(target) && !SHARED.includes(target);
      if (isServers) wrong.push(`${way.get(file)} → ${target ?? specifier}`);
      else if (target !== null && /\.tsx?$/.test(target) && !way.has(target)) {
        way.set(target, `${way.get(file)} → ${target}`);
        queue.push(target);
      }
    }
  }
  expect(wrong).toEqual([]);
});
