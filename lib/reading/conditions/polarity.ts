import type { Polarity } from "@/lib/domain/vocabulary";
import { firstFrom, joined, lastUpTo, overlaps, startsOf, type Stretch } from "./places";

/** How a stretch of a line colours the conditions that stand in it. */
interface Scope extends Stretch {
  polarity: Polarity;
}

interface Cue {
  polarity: Polarity;
  pattern: RegExp;
  /** Which way from the cue its scope runs, and how far: to the clause's or the sentence's end, over one word, or back over the clause before it. */
  reach: "clause" | "sentence" | "before" | "word";
}

const RELATIVE =
  "(?:mothers?|fathers?|mum|dad|mom|brothers?|sisters?|sons?|daughters?|aunts?|uncles?|cousins?|grand(?:mother|father|parents?|ma|pa)s?|parents?|siblings?|(?:maternal|paternal) \\w+|mat(?:ernal)?|pat(?:ernal)?|niece|nephew|twin)";

/** From the strongest to the weakest: where scopes overlap, the first in this list counts. */
const CUES: readonly Cue[] = [
  {
    polarity: "family",
    reach: "sentence",
    pattern: /\b(?:f\.?\s?hx?|fam(?:ily)?\s+(?:medical\s+)?(?:h(?:x|istory)|hist)|familial history|fh)\b\s*:?/gi,
  },
  { polarity: "family", reach: "sentence", pattern: new RegExp(`\\b${RELATIVE}\\b(?:'s)?`, "gi") },
  {
    polarity: "negated",
    reach: "clause",
    pattern:
      /\b(?:no|denies|denied|denying|nil|without|w\/o|never(?!\s+smok)(?:\s+had)?|not|negative for|neg for|absence of|absent|free of|excluded|ruled out|no evidence of|no h(?:\/o|x|istory) of|doesn'?t have|does not have|hasn'?t|has not had|isn'?t|is not|nor|neither)\b/gi,
  },
  {
    polarity: "negated",
    reach: "word",
    pattern: /\b(?:non|never)[- ]?(?=smok|drinker|diabetic|pregnant|asthmatic|hypertensive)/gi,
  },
  {
    polarity: "negated",
    reach: "before",
    pattern:
      /[:=]\s*(?:no|nil|none)\b|\b(?:ruled out|excluded|negative|not confirmed|unlikely|r\/o'?d|absent|none)\b/gi,
  },
  {
    polarity: "uncertain",
    reach: "clause",
    pattern:
      /\?+|\b(?:possible|possibly|probable|probably|suspected|suspect|susp|query|likely|presumed|presumptive|rule out|r\/o|to exclude|exclude|under investigation|might be|may be|maybe|could be|cannot exclude|can'?t exclude|working diagnosis|differential|ddx?|impression of|provisional|borderline|risk of|at risk of|at risk for|screening for|screen for|awaiting|await|waiting list for|(?:on )?(?:the )?(?:transplant )?list for|listed for|referred for|referral for|planned|planning|candidate for|work[- ]?up for|evaluat(?:ion|ed) for|assess(?:ment|ed) for|exposure to|contact with|prophylaxis (?:for|against)|vaccinated against|concern for|suspicious for|suspicion of|vs\.?)(?![\p{L}])/giu,
  },
  {
    polarity: "uncertain",
    reach: "before",
    pattern:
      /(?<!\?)\?+(?=\s*(?:$|[,;.)]))|\b(?:suspected|possible|query|under investigation|to be confirmed|tbc|unconfirmed|vs\.?|carrier|contact(?! dermatitis)|(?<!migraine |gout )prophylaxis|vaccine|vaccination|jab|screen|screening|work-?up)(?![\p{L}])/giu,
  },
  {
    polarity: "past",
    reach: "clause",
    pattern:
      /\b(?:previous(?:ly)?|prior|past episode of|old|former(?:ly)?|childhood|resolved|in remission|treated|cured|healed|ex|recovered from)\b(?!\s+(?:medical|surgical|history|age)\b)/gi,
  },
  {
    polarity: "past",
    reach: "before",
    pattern:
      /\b(?:resolved|in remission|repair(?:ed)?|removed|excised|cured|healed|recovered|in childhood|as a child|in (?:19|20)\d\d|(?:\d+|several|many|some) (?:years?|yrs?) ago \(resolved\))\b/gi,
  },
];

/** Words after which a new statement begins, so that a negation ends there. */
const CLAUSE_END =
  /(?=[;.\n](?:\s|$)|\s[-–—]\s|\b(?:but|except|apart from|other than|although|however|though|with known|has|takes|on)\b)/gi;
const SENTENCE_END = /(?=[;\n]|\.(?:\s|$)|\b(?:patient|pt|he|she|personal history|pmhx?)\b)/gi;
const ITEM_END = /(?=,|\band\b)/gi;
/** The first character of a clause: what stands behind its separator. */
const CLAUSE_START = /(?<=[;,\n]|\. )/g;

/** Where the statements of a line begin and end. */
class Statements {
  private readonly clauseEnds: readonly number[];
  private readonly sentenceEnds: readonly number[];
  private readonly itemEnds: readonly number[];
  private readonly clauseStarts: readonly number[];

  constructor(private readonly line: string) {
    this.clauseEnds = startsOf(CLAUSE_END, line);
    this.sentenceEnds = startsOf(SENTENCE_END, line);
    this.itemEnds = startsOf(ITEM_END, line);
    this.clauseStarts = startsOf(CLAUSE_START, line);
  }

  scopeOf({ polarity, reach }: Cue, start: number, end: number): Scope {
    switch (reach) {
      case "before":
        return { polarity, start: lastUpTo(this.clauseStarts, start) ?? 0, end: start };
      case "word":
        return { polarity, start: end, end: end + (/^\p{L}+/u.exec(this.line.slice(end))?.[0].length ?? 0) };
      case "sentence":
        return { polarity, start: end, end: firstFrom(this.sentenceEnds, end) ?? this.line.length };
      case "clause": {
        // A doubt or a past holds for its own item of an enumeration; a negation and a relative hold for the whole of it.
        const stop = firstFrom(this.clauseEnds, end) ?? this.line.length;
        const item = polarity === "uncertain" || polarity === "past" ? firstFrom(this.itemEnds, end) : null;
        return { polarity, start: end, end: item === null ? stop : Math.min(item, stop) };
      }
    }
  }
}

/** The stretches of a line in which what is named is not simply the patient's own, present condition. */
function scopes(line: string): Scope[] {
  const statements = new Statements(line);
  return CUES.flatMap((cue) =>
    [...line.matchAll(cue.pattern)].map((match) => statements.scopeOf(cue, match.index, match.index + match[0].length)),
  );
}

/** Negations that negate nothing of what follows: "no longer controlled", "not only", "no change in". */
const EMPTY_NEGATION =
  /\b(?:not only|no change in|no worsening of|no longer|not well controlled|not controlled|poorly controlled|without mention of complications?|not stated as uncontrolled|without complications?|without heart failure|no known cause|not otherwise specified|no improvement in|not on|not taking|not adherent)\b/gi;

/** Hides what would be taken for a cue without being one; keeps every offset. */
const withoutFalseCues = (line: string): string =>
  line
    .replace(EMPTY_NEGATION, (words) => " ".repeat(words.length))
    .replace(/\bfull[- ]?term\b/gi, (words) => " ".repeat(words.length));

/** Conditions that come and go: electrolytes, volume, rhabdomyolysis, acute kidney injury, infections, symptoms, injuries. */
const PASSING =
  /^(?:E86|E87|E83\.[345]|E16\.2|M62\.82|N17|J0|J1|J2[0-2]|K85|A09|R(?!54)|L03|S|T(?!81)|O2[01]|O14|G21\.0|G24\.02|G90\.81|F10\.23)/;
const HISTORY = /\b(?:h\/o|hx of|hx|history of|past history of|phx of)\s*(?:\w+\s+){0,2}$/i;

const STRONGEST_FIRST = ["family", "negated", "uncertain", "past"] as const satisfies readonly Polarity[];

/** Judges the polarity of mentions in one line. */
export class PolarityOfLine {
  private readonly stretches: ReadonlyMap<Polarity, readonly Stretch[]>;

  constructor(private readonly line: string) {
    const found = scopes(withoutFalseCues(line));
    this.stretches = new Map(
      STRONGEST_FIRST.map((polarity) => [polarity, joined(found.filter((scope) => scope.polarity === polarity))]),
    );
  }

  /** A condition that passes, spoken of as history, is over: "h/o hypokalaemia" as against "history of hypertension". */
  private isPassedHistory(start: number, code: string): boolean {
    return PASSING.test(code) && HISTORY.test(this.line.slice(0, start).slice(-24));
  }

  /** Of the mention at these offsets: the strongest cue whose scope touches it ("family history of DVT" holds "history of DVT"). */
  of(mention: Stretch, code: string): Polarity {
    const covering = STRONGEST_FIRST.find((polarity) => overlaps(this.stretches.get(polarity) ?? [], mention));
    return covering ?? (this.isPassedHistory(mention.start, code) ? "past" : "present");
  }
}

const FAMILY_HEADING = /^\W*(?:family (?:medical )?history|fhx?|fam hx)\W*$/i;
const HEADING = /^[\p{L} /]{2,40}:$/u;

/** Whether a line is a heading, and whether what stands under it is about the family. */
export function headingOf(line: string): "family" | "other" | null {
  if (FAMILY_HEADING.test(line)) return "family";
  return HEADING.test(line.trim()) ? "other" : null;
}
