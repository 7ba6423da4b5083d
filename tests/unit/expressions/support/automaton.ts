import { parseRegExpLiteral, type AST } from "@eslint-community/regexpp";

/** Classes of characters that no part of the expression tells apart; each is known by one of its characters. */
export type Symbol = number;
/** May this empty step be taken between these two? `null` is the begin or the end of the text. */
type Condition = (before: Symbol | null, after: Symbol | null) => boolean;
type Step = { to: number; on: ReadonlySet<Symbol> } | { to: number; if: Condition | null };

export interface Automaton {
  states: readonly (readonly Step[])[];
  start: number;
  accept: number;
  symbols: readonly string[];
}

/** Characters beside those of the expression itself that may make a difference. */
const TRIED = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ..."\u00A0\u2028éßµμαΩ½²°–—‘’“”→•…✓☐★中😀\u0301\u200B",
];
/** A bounded repetition is unrolled this often: ambiguity shows by then. */
const UNROLLED = 3;
/** From here on a bound is no bound. */
const UNBOUNDED = 500;

type Node = AST.Element | AST.Alternative | AST.Pattern | AST.Group;
type OneCharacter = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/**
 * The automaton of an expression as it is searched for in a text (`search`: from every place; else from the begin only). What it
 * cannot tell (a back reference, a long look-around) it takes as possible, so that it finds too much rather than too little.
 */
export function automatonOf(source: string, flags: string, search: boolean): Automaton {
  return new Builder(source, flags).build(search);
}

class Builder {
  private readonly states: Step[][] = [];
  private readonly pattern: AST.Pattern;
  private readonly flags: string;
  private readonly multiline: boolean;
  private symbols: string[] = [];
  private readonly sets = new Map<string, ReadonlySet<Symbol>>();
  private search = false;

  constructor(
    private readonly source: string,
    flags: string,
  ) {
    this.pattern = parseRegExpLiteral(new RegExp(source, flags)).pattern;
    this.flags = [...flags].filter((flag) => "iusv".includes(flag)).join("");
    this.multiline = flags.includes("m");
  }

  build(search: boolean): Automaton {
    this.search = search;
    this.symbols = this.distinctCharacters();
    const start = this.state();
    const accept = this.state();
    if (search) this.states[start]?.push({ to: start, on: new Set(this.symbols.keys()) });
    this.join(start, this.add(this.pattern, accept));
    return { states: this.states, start, accept, symbols: this.symbols };
  }

  private state(): number {
    return this.states.push([]) - 1;
  }

  private join(from: number, to: number, condition: Condition | null = null): void {
    this.states[from]?.push({ to, if: condition });
  }

  /** Adds what comes before `next` and gives where it begins. */
  private add(node: Node, next: number): number {
    switch (node.type) {
      case "Pattern":
      case "Group":
      case "CapturingGroup":
        return this.choice(node.alternatives, next);
      case "Alternative":
        return [...node.elements].reverse().reduce((to, element) => this.add(element, to), next);
      case "Quantifier":
        return this.quantifier(node, next);
      case "Assertion":
        return this.assertion(node, next);
      case "Backreference":
        return this.consume(new Set(this.symbols.keys()), next);
      default:
        return this.consume(this.setOf(node as OneCharacter), next);
    }
  }

  private choice(alternatives: readonly AST.Alternative[], next: number): number {
    const begin = this.state();
    for (const alternative of alternatives) this.join(begin, this.add(alternative, next));
    return begin;
  }

  private consume(on: ReadonlySet<Symbol>, next: number): number {
    const begin = this.state();
    this.states[begin]?.push({ to: next, on });
    return begin;
  }

  private quantifier({ min, max, element }: AST.Quantifier, next: number): number {
    const needed = Math.min(min, UNROLLED);
    let to = next;
    if (max >= UNBOUNDED) {
      const loop = this.state();
      this.join(loop, this.add(element, loop));
      this.join(loop, next);
      to = loop;
    } else
      for (let more = Math.min(max - min, UNROLLED); more > 0; more -= 1) {
        const begin = this.state();
        this.join(begin, this.add(element, to));
        this.join(begin, next);
        to = begin;
      }
    for (let times = 0; times < needed; times += 1) to = this.add(element, to);
    return to;
  }

  private assertion(node: AST.Assertion, next: number): number {
    const begin = this.state();
    switch (node.kind) {
      case "start":
      case "end":
        this.join(begin, next, this.edge(node.kind));
        return begin;
      case "word":
        this.join(begin, next, (a, b) => (this.isWord(a) !== this.isWord(b)) !== node.negate);
        return begin;
      default:
        this.join(begin, next, this.around(node));
        // What is looked at is gone through too, and never ends the search.
        if (node.kind === "lookahead") this.join(begin, this.choice(node.alternatives, this.state()));
        return begin;
    }
  }

  private edge(kind: "start" | "end"): Condition {
    const isBreak = (symbol: Symbol | null) => symbol === null || (this.multiline && this.symbols[symbol] === "\n");
    if (kind === "end") return (_, after) => isBreak(after);
    return (before) => (before === null ? !this.search || this.multiline : isBreak(before));
  }

  private isWord(symbol: Symbol | null): boolean {
    return symbol !== null && /\w/.test(this.symbols[symbol] ?? "");
  }

  /** Told exactly where each alternative is one character or an edge, and possible where it is more. */
  private around(node: AST.LookaroundAssertion): Condition {
    const behind = node.kind === "lookbehind";
    const tests = node.alternatives.map((alternative) => this.lookedAt(alternative, behind));
    return (before, after) => {
      const results = tests.map((test) => test(before, after));
      if (results.includes("unknown")) return node.negate ? !results.includes("yes") : true;
      return results.includes("yes") !== node.negate;
    };
  }

  private lookedAt(alternative: AST.Alternative, behind: boolean) {
    const elements = alternative.elements.filter((element) => !isOptional(element));
    const nearest = elements.length === alternative.elements.length ? elements.at(behind ? -1 : 0) : undefined;
    const alone = elements.length === 1;
    return (before: Symbol | null, after: Symbol | null): "yes" | "no" | "unknown" => {
      if (nearest === undefined) return alternative.elements.length === 0 ? "yes" : "unknown";
      const symbol = behind ? before : after;
      if (nearest.type === "Assertion" && (nearest.kind === "start" || nearest.kind === "end"))
        return this.edge(nearest.kind)(before, after) ? yesIf(alone) : "no";
      const set = this.firstSet(nearest);
      if (set === null) return "unknown";
      return symbol !== null && set.has(symbol) ? yesIf(alone && isOneCharacter(nearest)) : "no";
    };
  }

  private firstSet(node: AST.Element): ReadonlySet<Symbol> | null {
    if (node.type === "Quantifier") return this.firstSet(node.element);
    return isOneCharacter(node) ? this.setOf(node) : null;
  }

  private setOf(node: OneCharacter): ReadonlySet<Symbol> {
    const known = this.sets.get(node.raw);
    if (known !== undefined) return known;
    const test = this.testOf(node);
    const set = new Set([...this.symbols.keys()].filter((symbol) => test(this.symbols[symbol] ?? "")));
    this.sets.set(node.raw, set);
    return set;
  }

  private testOf(node: OneCharacter): (character: string) => boolean {
    const expression = new RegExp(`^(?:${node.raw})$`, this.flags);
    return (character) => expression.test(character);
  }

  /** One character for each class of those that no part tells apart. */
  private distinctCharacters(): string[] {
    const found = new Map<string, OneCharacter>();
    collect(this.pattern, found);
    const tests = [/^\w$/, /^\n$/].map((known) => (character: string) => known.test(character));
    tests.push(...[...found.values()].map((node) => this.testOf(node)));
    const classes = new Map<string, string>();
    for (const character of new Set([...TRIED, ...this.source])) {
      const key = tests.map((test) => (test(character) ? "1" : "0")).join("");
      if (!classes.has(key)) classes.set(key, character);
    }
    return [...classes.values()];
  }
}

const yesIf = (certain: boolean) => (certain ? "yes" : "unknown");

function isOptional(element: AST.Element): boolean {
  return element.type === "Quantifier" && element.min === 0;
}

function isOneCharacter(node: AST.Element): node is OneCharacter {
  return (
    node.type === "Character" ||
    node.type === "CharacterSet" ||
    node.type === "CharacterClass" ||
    node.type === "ExpressionCharacterClass"
  );
}

function collect(node: Node, found: Map<string, OneCharacter>): void {
  if (node.type === "Quantifier") collect(node.element, found);
  else if ("alternatives" in node) for (const one of node.alternatives) collect(one as AST.Alternative, found);
  else if (node.type === "Alternative") for (const one of node.elements) collect(one, found);
  else if (isOneCharacter(node as AST.Element)) found.set(node.raw, node as OneCharacter);
}
