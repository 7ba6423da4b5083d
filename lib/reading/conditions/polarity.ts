import type { Assertion } from "@/lib/domain/vocabulary";
import { CLAUSE_END, CUES, LINE_END, SENTENCE_END, withoutFalseCues, type Cue } from "./polarity-cues";

/** From the strongest to the weakest: where several touch a condition, the first counts. */
const ORDER = ["family", "negated", "uncertain", "past"] as const;

/** Places in a line, each found once, so that a line with many cues costs no more than its length. */
class Places {
  private readonly at: number[];

  constructor(line: string, pattern: RegExp) {
    this.at = Array.from(line.matchAll(pattern), (match) => match.index);
  }

  private firstIndex(from: number): number {
    let [low, high] = [0, this.at.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.at[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  after(from: number, otherwise: number): number {
    return this.at[this.firstIndex(from)] ?? otherwise;
  }

  before(from: number): number {
    return this.at[this.firstIndex(from) - 1] ?? -1;
  }
}

/** How many scopes of one polarity cover each place of a line. */
class Cover {
  private readonly steps: Int32Array;
  private counts: Int32Array | null = null;

  constructor(length: number) {
    this.steps = new Int32Array(length + 2);
  }

  add(start: number, end: number): void {
    if (end <= start) return;
    this.steps[start] = (this.steps[start] ?? 0) + 1;
    this.steps[end] = (this.steps[end] ?? 0) - 1;
  }

  /** Whether a scope touches this stretch. */
  touches(start: number, end: number): boolean {
    this.counts ??= covered(this.steps);
    return (this.counts[end] ?? 0) > (this.counts[start] ?? 0);
  }
}

/** The number of covered places before each place. */
function covered(steps: Int32Array): Int32Array {
  const counts = new Int32Array(steps.length + 1);
  let depth = 0;
  for (let at = 0; at < steps.length; at += 1) {
    depth += steps[at] ?? 0;
    counts[at + 1] = (counts[at] ?? 0) + (depth > 0 ? 1 : 0);
  }
  return counts;
}

/** Conditions that come and go: electrolytes, volume, rhabdomyolysis, acute kidney injury, infections, symptoms, injuries. */
const PASSING =
  /^(?:E86|E87|E83\.[345]|E16\.2|M62\.82|N17|J0|J1|J2[0-2]|K85|A09|R(?!54)|L03|S|T(?!81)|O2[01]|O14|G21\.0|G24\.02|G90\.81|F10\.23)/;
/** A code that says itself that something was stays: an old infarct is there. */
const STANDING = /^(?:I25\.2|B91|I69|G14|Z9)/;
const HISTORY = /\b(?:h\/o|hx of|hx|history of|past history of|phx of)\s*(?:\w+\s+){0,2}$/i;
/** "2-day history of", "presents with a history of": a history of now. */
const OF_NOW =
  /(?:(?<!\d)\d{1,4}\s?(?:\/7|\/52|\/12|\/24|-?\s?(?:h|hrs?|hours?|d|days?|w|wks?|weeks?|m|months?|mths?|yrs?|years?))[- ]{0,3}(?:long )?|\b(?:days?|weeks?|months?|hours?|years?|short|long|brief|acute|recent|gives an?|giving an?|with an?|reports an?|presents? with an?)\s)(?:h\/o|hx of|hx|history of|history)\s*(?:\w{1,30}\s+){0,2}$/i;
/** An operation that is still to come. */
const PLANNED =
  /^\s*(?:\w+\s+)?(?:is |was |to be )?(?:planned|scheduled|awaited|pending|booked|listed|discussed|considered|offered|declined|refused)\b/i;
/** What happened once: with its year it is over. Clots are left out, since what may be of now is judged. */
const EVENT = /^(?:I6[013]|G45|S|J1[2-8]|A41|G61\.0|K85)/;
const YEAR_BEHIND = /^[^,;]{0,24}\b(?:(?:19|20)\d\d|\d+ (?:years|yrs) ago)\b|^,? ?x ?\d,? (?:19|20)\d\d\b/i;

/** So far back a cue of history stands. */
const HISTORY_REACH = 48;

/** Judges the polarity of mentions in one line. */
export class PolarityOfLine {
  private readonly covers = new Map<Assertion, Cover>();

  constructor(private readonly line: string) {
    const plain = withoutFalseCues(line);
    const ends = {
      clause: new Places(plain, CLAUSE_END),
      sentence: new Places(plain, SENTENCE_END),
      line: new Places(plain, LINE_END),
      item: new Places(plain, /,|\band\b/gi),
      start: new Places(plain, /[;,\n|\t]|\.\s|\s\/\s/g),
    };
    for (const polarity of ORDER) this.covers.set(polarity, new Cover(line.length));
    for (const cue of CUES)
      for (const match of plain.matchAll(cue.pattern)) {
        const [start, end] = scopeOf(cue, plain, ends, match.index, match.index + match[0].length);
        this.covers.get(cue.polarity)?.add(start, end);
      }
  }

  /** A condition that passes, spoken of as history, is over: "h/o hypokalaemia" as against "history of hypertension". */
  private isPassedHistory(start: number, code: string): boolean {
    if (!PASSING.test(code)) return false;
    const before = this.line.slice(Math.max(0, start - HISTORY_REACH), start);
    return HISTORY.test(before) && !OF_NOW.test(before);
  }

  /** Of the mention at these offsets: the strongest cue whose scope touches it ("family history of DVT" holds "history of DVT"). */
  of({ start, end }: { start: number; end: number }, code: string): Assertion {
    const found = ORDER.find((polarity) => this.covers.get(polarity)?.touches(start, end) === true);
    if (found === undefined && /^Z[489]/.test(code) && PLANNED.test(this.line.slice(end, end + 40))) return "uncertain";
    if (found === "past" && STANDING.test(code)) return "present";
    // "post-TB bronchiectasis": what another condition came after is over.
    if (found === undefined && /\bpost[- ]$/i.test(this.line.slice(Math.max(0, start - 6), start)))
      return STANDING.test(code) || code.startsWith("Z") ? "present" : "past";
    const isOver =
      this.isPassedHistory(start, code) || (EVENT.test(code) && YEAR_BEHIND.test(this.line.slice(end, end + 40)));
    return found ?? (isOver ? "past" : "present");
  }
}

type Ends = Record<"clause" | "sentence" | "line" | "item" | "start", Places>;

/** The stretch that a cue colours. */
function scopeOf(cue: Cue, line: string, ends: Ends, start: number, end: number): [number, number] {
  switch (cue.reach) {
    case "before":
      return [ends.start.before(start) + 1, start];
    case "word":
      return [end, end + (/^\p{L}{1,40}/u.exec(line.slice(end, end + 40))?.[0].length ?? 0)];
    case "sentence":
      return [end, ends.sentence.after(end, line.length)];
    case "line":
      return [end, ends.line.after(end, line.length)];
    case "clause":
      return [end, ends.clause.after(end, line.length)];
    case "item":
      // A doubt or a past holds for its own item of an enumeration; a negation and a relative hold for the whole of it.
      return [end, Math.min(ends.clause.after(end, line.length), ends.item.after(end, line.length))];
  }
}
