import ts from "typescript";

/** One small change of one place: what a careless hand might do, and what a test must notice. */
export interface Mutant {
  file: string;
  line: number;
  start: number;
  end: number;
  from: string;
  to: string;
  kind: "boundary" | "condition" | "arithmetic";
  /** The same for the same place of the same code, wherever it stands in its file. */
  key: string;
}

type Change = Pick<Mutant, "to" | "kind">;

const CHANGES: ReadonlyMap<ts.SyntaxKind, Change> = new Map<ts.SyntaxKind, Change>([
  [ts.SyntaxKind.LessThanToken, { to: "<=", kind: "boundary" }],
  [ts.SyntaxKind.LessThanEqualsToken, { to: "<", kind: "boundary" }],
  [ts.SyntaxKind.GreaterThanToken, { to: ">=", kind: "boundary" }],
  [ts.SyntaxKind.GreaterThanEqualsToken, { to: ">", kind: "boundary" }],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, { to: "!==", kind: "condition" }],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, { to: "===", kind: "condition" }],
  [ts.SyntaxKind.AmpersandAmpersandToken, { to: "||", kind: "condition" }],
  [ts.SyntaxKind.BarBarToken, { to: "&&", kind: "condition" }],
  [ts.SyntaxKind.PlusToken, { to: "-", kind: "arithmetic" }],
  [ts.SyntaxKind.MinusToken, { to: "+", kind: "arithmetic" }],
  [ts.SyntaxKind.AsteriskToken, { to: "/", kind: "arithmetic" }],
  [ts.SyntaxKind.SlashToken, { to: "*", kind: "arithmetic" }],
]);

/** Every change that can be made to a file: comparisons moved by one, conditions turned round, sums turned into differences. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const times = new Map<string, number>();
  const add = (node: ts.Node, whole: ts.Node, change: Change) => {
    const said = `${file}|${whole.getText(tree).replace(/\s+/g, " ").slice(0, 200)}|${change.to}`;
    const nth = times.get(said) ?? 0;
    times.set(said, nth + 1);
    const start = node.getStart(tree);
    found.push({
      file,
      line: tree.getLineAndCharacterOfPosition(start).line + 1,
      start,
      end: node.getEnd(),
      from: text.slice(start, node.getEnd()),
      ...change,
      key: `${said}|${nth}`,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const change = CHANGES.get(node.operatorToken.kind);
      if (change !== undefined && !joinsText(node)) add(node.operatorToken, node, change);
    }
    if (ts.isIfStatement(node)) add(node.expression, node.expression, { to: "false", kind: "condition" });
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node, node, { to: node.operand.getText(tree), kind: "condition" });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** A sum of texts is none: with a minus it would not even be judged by the types. */
function joinsText(node: ts.BinaryExpression): boolean {
  if (node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return false;
  const isText = (side: ts.Expression): boolean =>
    ts.isStringLiteralLike(side) ||
    ts.isTemplateExpression(side) ||
    (ts.isBinaryExpression(side) && (isText(side.left) || isText(side.right)));
  return isText(node.left) || isText(node.right);
}
