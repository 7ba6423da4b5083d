import { isEnglishWord } from "@/lib/reading/medications/text/english-words";
import type { Segment } from "@/lib/reading/medications/text/list-parts";
import { TESTS } from "@/lib/reading/medications/names/name-evidence";
import { namesPersonOrPlace } from "@/lib/reading/medications/names/person-or-place";
import { phraseSet, phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { CRAMP_WORDS } from "@/lib/reading/medications/vocabulary/change-words";
import { DRUG_CLASSES, type DrugClass } from "@/lib/reading/medications/vocabulary/drug-classes";
import { FORMS } from "@/lib/reading/medications/vocabulary/forms";
import {
  AS_NEEDED,
  FREQUENCIES,
  NUMBER_WORDS,
  TIME_UNITS,
  WEEKDAYS,
} from "@/lib/reading/medications/vocabulary/frequencies";
import { HABITS, MEASUREMENTS } from "@/lib/reading/medications/vocabulary/measurements";
import { ALSO_SUBSTANCES } from "@/lib/reading/medications/vocabulary/name-context";
import {
  GRAPEFRUIT_WARNINGS,
  NAME_INSIDE_OTHER,
  NOT_MEDICATIONS,
  NOTHING_PHRASES,
} from "@/lib/reading/medications/vocabulary/not-medications";
import { ROUTES } from "@/lib/reading/medications/vocabulary/routes";
import { CLINICAL_WORDS, SIG_WORDS, UNSURE_NAMES } from "@/lib/reading/medications/vocabulary/sig-words";
import { DOSE_UNITS } from "@/lib/reading/medications/vocabulary/units";

/**
 * What a segment without a drug name is. `directions`: goes on with the medication before it; `comment`: plain words;
 * `thing`: a device, a diet, a statement that there is nothing; `class`: a kind of drug without a name;
 * `unknown`: what may be a name that is not known, with the words in question.
 */
export type Unnamed =
  | { kind: "directions" | "comment" | "thing" }
  | { kind: "class"; drugClass: DrugClass }
  | { kind: "unknown"; words: string[]; sure: boolean };

const SIG = phraseSet([
  ...FORMS.map(([words]) => words),
  ...ROUTES.map(([words]) => words),
  ...FREQUENCIES.map(([words]) => words),
  ...AS_NEEDED,
]);
const THINGS = phraseSet(NOT_MEDICATIONS);
const NOTHING = phraseSet(NOTHING_PHRASES);
const OTHER = phraseSet([...NAME_INSIDE_OTHER, ...GRAPEFRUIT_WARNINGS]);
const CLASSES = phraseTable(DRUG_CLASSES);
const TITLES = new Set(["dr", "mr", "mrs", "ms", "prof", "drs", "np", "rn"]);
/** The other half of a salt, so that "ferous sulfate" is looked up as a whole. */
const SECOND_HALVES = new Set(
  "chloride,carbonate,bicarbonate,sulfate,sulphate,oxide,citrate,gluconate,fumarate,hydroxide,acetate,phosphate,lactate,malate,glycinate,mononitrate,dinitrate,acid,sodium,potassium,oil,glargine,aspart,lispro,degludec,detemir".split(
    ",",
  ),
);
/** Words in front of a thing or a class that leave it the head of its item: "a multivitamin", "takes a water pill". */
const HEAD_DISTANCE = 4;

/** @param leads whether the segment begins its line, or follows nothing but headers there */
export function classifyUnnamed(tokens: readonly Token[], segment: Segment, leads: boolean): Unnamed {
  const nothing = nothingSaid(tokens, segment);
  if (nothing && !speaksOfCramps(tokens, segment)) return { kind: "thing" };
  if (leads && isMeasurementOrHabit(tokens, segment)) return { kind: "thing" };
  const dispensed = leads ? dispensedName(tokens, segment) : null;
  if (dispensed !== null) return { kind: "unknown", words: [dispensed], sure: true };
  const counted = leads ? countedName(tokens, segment) : null;
  if (counted !== null) return { kind: "unknown", words: [counted], sure: true };
  const seen = scan(tokens, segment);
  if (seen.words === 0) return { kind: "directions" };
  if (seen.thingAt !== null && seen.thingAt <= HEAD_DISTANCE && (leads || seen.thingAt <= 2)) return { kind: "thing" };
  if (seen.drugClass !== null && seen.classAt <= HEAD_DISTANCE && (leads || seen.classAt <= 2))
    return { kind: "class", drugClass: seen.drugClass };
  if (seen.unknown.length > 0) {
    const short = seen.words - seen.sig <= 3;
    return { kind: "unknown", words: seen.unknown, sure: (leads && short) || (short && seen.dose) };
  }
  // "what I take every day:" heads what follows.
  if (
    leads &&
    tokens[segment.to - 1]?.text === ":" &&
    !tokens.slice(segment.from, segment.to).some(({ kind }) => kind === "number")
  )
    return { kind: "comment" };
  if (leads && seen.startsPlain && seen.dose && seen.words <= 10)
    return { kind: "unknown", words: seen.plainHead === null ? [] : [seen.plainHead], sure: true };
  return { kind: seen.sig * 2 >= seen.words ? "directions" : "comment" };
}

const DISPENSED_FORMS = new Set(["tab", "tabs", "cap", "caps", "inj", "syp", "syr"]);

/** "Cap Pan-D 1-0-0": behind a form that begins the line stands a name, though its words are of English or too short. */
function dispensedName(tokens: readonly Token[], segment: Segment): string | null {
  const [form, name] = [tokens[segment.content], tokens[segment.content + 1]];
  if (
    form === undefined ||
    name?.kind !== "word" ||
    segment.content + 1 >= segment.to ||
    !DISPENSED_FORMS.has(form.text)
  )
    return null;
  if (
    SIG.at(tokens, segment.content + 1, segment.to) !== null ||
    SIG_WORDS.has(name.text) ||
    NUMBER_WORDS.has(name.text)
  )
    return null;
  return CLASSES.at(tokens, segment.content + 1, segment.to) === null ? name.text : null;
}

/** Words that are counted, so that a number behind them is none of a strength: "Day 3", "Bed 7". */
const COUNTED = new Set(
  "day,days,week,weeks,month,page,bed,ward,room,item,line,no,number,stage,grade,type,class,phase,part,step,level,visit,option,group,age,aged,year,january,february,march,april,may,june,july,august,september,october,november,december,jan,feb,mar,apr,jun,jul,aug,sep,sept,oct,nov,dec,tel,phone,unit,score,about,approximately".split(
    ",",
  ),
);

/** "Pan 40", "Dolo 650": a word and a number and nothing else may be a brand, though the word is of English. */
function countedName(tokens: readonly Token[], segment: Segment): string | null {
  const [word, number] = [tokens[segment.content], tokens[segment.content + 1]];
  if (word?.kind !== "word" || word.text.length < 3 || number?.kind !== "number" || !number.gap) return null;
  if (segment.to > segment.content + 2 && tokens[segment.content + 2]?.kind !== "mark") return null;
  if (segment.to > segment.content + 3 || COUNTED.has(word.text) || MEASUREMENTS.has(word.text)) return null;
  if (TESTS.has(word.text) || SIG_WORDS.has(word.text) || WEEKDAYS.has(word.text) || TIME_UNITS.has(word.text))
    return null;
  const isKnown = [SIG, THINGS, OTHER].some((table) => table.at(tokens, segment.content, segment.to) !== null);
  return isKnown ? null : word.text;
}

/** "BP 142/88", "Weight 82 kg", "Walks 30 minutes daily": a measurement, or what somebody does; no drug at the head of a line. */
function isMeasurementOrHabit(tokens: readonly Token[], segment: Segment): boolean {
  const head = tokens[segment.content]?.text ?? "";
  if (HABITS.has(head)) return true;
  return (
    MEASUREMENTS.has(head) &&
    [1, 2, 3].some((step) => tokens[segment.content + step]?.kind === "number" && segment.content + step < segment.to)
  );
}

/** "Cramps unchanged" goes on with the drug before it; "unchanged" alone says that there is nothing new. */
function speaksOfCramps(tokens: readonly Token[], segment: Segment): boolean {
  return tokens.slice(segment.content, segment.to).some((token) => CRAMP_WORDS.has(token.text));
}

type Seen = {
  words: number;
  sig: number;
  dose: boolean;
  unknown: string[];
  thingAt: number | null;
  drugClass: DrugClass | null;
  classAt: number;
  startsPlain: boolean;
  plainHead: string | null;
};

function scan(tokens: readonly Token[], segment: Segment): Seen {
  const seen: Seen = {
    words: 0,
    sig: 0,
    dose: false,
    unknown: [],
    thingAt: null,
    drugClass: null,
    classAt: 0,
    startsPlain: false,
    plainHead: null,
  };
  for (let at = segment.content; at < segment.to;) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === "mark") {
      at += 1;
      continue;
    }
    const length = scanPhrase(tokens, at, segment.to, seen) ?? scanWord(tokens, at, seen);
    at += length;
  }
  return seen;
}

function scanPhrase(tokens: readonly Token[], at: number, to: number, seen: Seen): number | null {
  const sig = SIG.at(tokens, at, to)?.length ?? 0;
  const thing = THINGS.at(tokens, at, to)?.length ?? 0;
  const named = CLASSES.at(tokens, at, to);
  const other = OTHER.at(tokens, at, to)?.length ?? 0;
  const length = Math.max(sig, thing, named?.length ?? 0, other);
  if (length === 0) return null;
  if (thing === length && seen.thingAt === null) seen.thingAt = seen.words;
  else if (named !== null && named.length === length && seen.drugClass === null) {
    seen.drugClass = named.value;
    seen.classAt = seen.words;
  }
  seen.words += 1;
  if (sig === length) {
    seen.sig += 1;
    seen.dose = true;
  }
  return length;
}

function scanWord(tokens: readonly Token[], at: number, seen: Seen): number {
  const token = tokens[at];
  if (token === undefined) return 1;
  seen.words += 1;
  if (token.kind === "number") {
    seen.sig += 1;
    if (DOSE_UNITS.has(tokens[at + 1]?.text ?? "")) seen.dose = true;
    return 1;
  }
  const { text } = token;
  if (TITLES.has(text)) return tokens[at + 1]?.text === "." ? 3 : 2;
  if (ALSO_SUBSTANCES.has(text)) {
    // "Potasium chloride": behind a word that is not known, the substance is the other half of a name.
    if (seen.unknown.length === 0) seen.thingAt ??= seen.words - 1;
    return 1;
  }
  if (
    DOSE_UNITS.has(text) ||
    SIG_WORDS.has(text) ||
    TIME_UNITS.has(text) ||
    WEEKDAYS.has(text) ||
    NUMBER_WORDS.has(text) ||
    (text.length === 1 && seen.words > 1)
  ) {
    seen.sig += 1;
    return 1;
  }
  if (seen.words === 1) {
    seen.startsPlain = true;
    seen.plainHead = text;
  }
  const dosed =
    seen.words === 1 &&
    text.length > 1 &&
    tokens[at + 1]?.kind === "number" &&
    !TESTS.has(text) &&
    !MEASUREMENTS.has(text);
  const joined = dosed || (tokens[at + 1]?.gap === false && tokens[at + 1]?.kind === "number");
  if (namesPersonOrPlace(tokens, at)) return 1;
  if (!UNSURE_NAMES.has(text) && (isEnglishWord(text) || CLINICAL_WORDS.has(text) || (text.length < 4 && !joined)))
    return 1;
  const other = tokens[at + 1];
  if (other?.kind === "word" && other.gap && SECOND_HALVES.has(other.text)) seen.unknown.push(`${text} ${other.text}`);
  seen.unknown.push(text);
  return 1;
}

/** "No current medications", "NKDA", "See list": the phrase makes up nearly all of the segment. */
function nothingSaid(tokens: readonly Token[], segment: Segment): boolean {
  let words = 0;
  let covered = 0;
  for (let at = segment.content; at < segment.to;) {
    const token = tokens[at];
    if (token?.kind !== "word") {
      at += 1;
      continue;
    }
    const phrase = NOTHING.at(tokens, at, segment.to);
    const length =
      phrase === null ? 1 : tokens.slice(at, at + phrase.length).filter((one) => one.kind === "word").length;
    words += length;
    if (phrase !== null) covered += length;
    at += phrase?.length ?? 1;
  }
  return covered > 0 && (covered >= 3 ? words <= covered + 6 : words <= covered + (covered === 2 ? 3 : 2));
}
