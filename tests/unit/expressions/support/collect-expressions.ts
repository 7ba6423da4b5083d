import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** An expression with its place; `source` is null where it is made of what only runs: a word of the case, a table. */
export interface Expression {
  place: string;
  source: string | null;
  flags: string;
}

const FOLDERS = ["lib", "app", "scripts"];

/** Every regular expression of the product: literals, and `new RegExp` of what is constant, with what it is put together of. */
export function expressionsOf(folders: readonly string[] = FOLDERS): Expression[] {
  return folders.flatMap(filesOf).flatMap((file) => expressionsIn(file, readFileSync(file, "utf8")));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|js)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

export function expressionsIn(file: string, text: string): Expression[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    if (ts.isRegularExpressionLiteral(node)) found.push({ place: `${file}:${line}`, ...partsOf(node) });
    else if (isMade(node)) {
      const [source, flags] = node.arguments ?? [];
      found.push({
        place: `${file}:${line}`,
        source: source === undefined ? null : constantOf(source, tree),
        flags: flags === undefined ? "" : (constantOf(flags, tree) ?? ""),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isMade(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";
}

function partsOf(node: ts.RegularExpressionLiteral): { source: string; flags: string } {
  const end = node.text.lastIndexOf("/");
  return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
}

/** The text that an expression stands for, where it is put together of constants of this file and of those it imports. */
function constantOf(node: ts.Expression, tree: ts.SourceFile): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node)) return templateOf(node.template, tree, true);
  if (ts.isTemplateExpression(node)) return templateOf(node, tree, false);
  if (ts.isIdentifier(node)) return valueOfName(node.text, tree, (value, home) => constantOf(value, home));
  if (ts.isPropertyAccessExpression(node) && node.name.text === "source" && ts.isIdentifier(node.expression))
    return valueOfName(node.expression.text, tree, (value) =>
      ts.isRegularExpressionLiteral(value) ? partsOf(value).source : null,
    );
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return node.expression.name.text === "join" ? joined(node.expression.expression, node.arguments[0], tree) : null;
  return null;
}

function joined(list: ts.Expression, separator: ts.Expression | undefined, tree: ts.SourceFile): string | null {
  const between = separator === undefined ? "," : constantOf(separator, tree);
  if (ts.isIdentifier(list))
    return valueOfName(list.text, tree, (value, home) =>
      joined(ts.isAsExpression(value) ? value.expression : value, separator, home),
    );
  if (!ts.isArrayLiteralExpression(list) || between === null) return null;
  const parts = list.elements.map((element) => constantOf(element, tree));
  return parts.includes(null) ? null : parts.join(between);
}

function templateOf(template: ts.TemplateLiteral, tree: ts.SourceFile, raw: boolean): string | null {
  const textOf = (part: ts.TemplateLiteralLikeNode) => (raw ? (part.rawText ?? part.text) : part.text);
  if (ts.isNoSubstitutionTemplateLiteral(template)) return textOf(template);
  const parts = template.templateSpans.map(({ expression, literal }) => {
    const value = constantOf(expression, tree);
    return value === null ? null : value + textOf(literal);
  });
  return parts.includes(null) ? null : textOf(template.head) + parts.join("");
}

type Take = (value: ts.Expression, home: ts.SourceFile) => string | null;

function valueOfName(name: string, tree: ts.SourceFile, take: Take): string | null {
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name: own, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(own) && own.text === name && initializer !== undefined) return take(initializer, tree);
    if (ts.isImportDeclaration(statement) && importsName(statement, name)) {
      const home = moduleOf(statement.moduleSpecifier, tree.fileName);
      if (home !== null) return valueOfName(name, home, take);
    }
  }
  return null;
}

function importsName({ importClause }: ts.ImportDeclaration, name: string): boolean {
  const named = importClause?.namedBindings;
  return named !== undefined && ts.isNamedImports(named) && named.elements.some((one) => one.name.text === name);
}

function moduleOf(specifier: ts.Expression, from: string): ts.SourceFile | null {
  if (!ts.isStringLiteral(specifier)) return null;
  const { text } = specifier;
  if (!text.startsWith("@/") && !text.startsWith(".")) return null;
  const base = text.startsWith("@/") ? text.slice(2) : path.join(path.dirname(from), text);
  const file = [`${base}.ts`, `${base}.tsx`, base].find((one) => existsSync(one));
  return file === undefined
    ? null
    : ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}
