import { isEnglishWord } from "@/lib/reading/medications/text/english-words";
import { isDirectionWord } from "./find-names";
import type { NameHit } from "@/lib/reading/medications/text/list-parts";
import { namesPersonOrPlace } from "./person-or-place";
import { phraseSet, phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { DRUG_CLASSES } from "@/lib/reading/medications/vocabulary/drug-classes";
import { FORMS } from "@/lib/reading/medications/vocabulary/forms";
import { ALSO_SUBSTANCES, NAME_MODIFIERS } from "@/lib/reading/medications/vocabulary/name-context";
import { MAKERS } from "@/lib/reading/medications/vocabulary/makers";
import { MENTION_BEFORE } from "@/lib/reading/medications/vocabulary/not-medications";
import { DOSE_UNITS, LABORATORY_PER } from "@/lib/reading/medications/vocabulary/units";

const MENTIONS = phraseSet(MENTION_BEFORE);
const CLASS_WORDS = phraseTable(DRUG_CLASSES);
const FORM_WORDS = phraseTable(FORMS.map(([words, form]) => [words, form] as const));
const DETERMINERS = new Set(["the", "a", "an", "his", "her", "their", "my", "any", "current", "daily"]);
/** Substances that are a medication only with a dose: nobody takes "water". */
const ONLY_WITH_DOSE = new Set(
  "sodium,glucose,water,alcohol,ethanol,oxygen,nitrogen,cholesterol,creatinine,sugar,sucrose,lactose,fructose,starch,gelatin,honey,vinegar,phosphate,chloride,bicarbonate,cortisol,ferritin,albumin,carbon,cocaine,heroin,tobacco,salt,helium,cellulose,talc,opium,ammonia,tomato,peanut,egg,milk,soy,soybean,wheat,corn,latex,almond,apple,banana,coffee,tea,chocolate,orange,strawberry,rice,fish,pollen,dust,cat,dog,honeybee,urea,silver,iodine,copper,sulfur,sulphur,starch,oatmeal,ether,chalk,bran".split(
    ",",
  ),
);
const BEFORE_SUBSTANCE = new Set(
  "low,high,serum,total,free,excess,lower,lowers,elevated,raised,normal,blood,urine,urinary,plasma,check,your,body,retaining,retain,of,in,dietary,more,less,for,monitor".split(
    ",",
  ),
);
const AFTER_SUBSTANCE = new Set(
  "level,levels,deficiency,deficient,studies,panel,loss,stores,channel,binder,sparing,monitoring,control,intake,restriction,restricted,rich,stones,stone,use,abuse,dependence,dependent,retention,free,resistance,resistant,pump,syringe,needles,tolerance,intolerance,overload,wasting,depletion,containing,balance,is,was,were,are,normal,low,high,metabolism,homeostasis,transport".split(
    ",",
  ),
);

/** Keeps the hits that the words around them bear out as a medication: "potassium 4.1 mmol/L" and "side effect of …" are none. */
export function namesInContext(tokens: readonly Token[], hits: readonly NameHit[]): NameHit[] {
  const mentioned = mentionedAt(tokens);
  const ends = new Set(hits.map((hit) => hit.to));
  const tested = testedOn(tokens);
  return hits.filter((hit, index) => {
    if (
      mentioned.has(hit.from) ||
      isDayOf(tokens, hit) ||
      isMaker(tokens, hit, hits[index - 1]) ||
      insideCompound(tokens, hit, ends) ||
      insideClass(tokens, hit)
    )
      return false;
    const name = tokens
      .slice(hit.from, hit.to)
      .map((token) => token.text)
      .join("");
    if (tested.has(hit.from) && (ALSO_SUBSTANCES.has(name) || MEASURED.has(name))) return false;
    if (isPersonOrPlace(tokens, hit) || hasLaboratoryUnit(tokens, hit)) return false;
    if (isWordToo(hit, name)) return wordIsTaken(tokens, hit);
    if (looksLikeResult(tokens, hit)) return !ALSO_SUBSTANCES.has(name);
    if (amongResults(tokens, hit)) return false;
    if (ALSO_SUBSTANCES.has(name)) return substanceIsTaken(tokens, hit, name);
    if (hit.to - hit.from === 1 && isDirectionWord(name))
      return opensItem(tokens, hit.from) && hasDoseAfter(tokens, hit.to);
    return hit.everyday ? everydayIsTaken(tokens, hit) : true;
  });
}

/** A brand that is somebody's or some place's name, and has no dose. */
function isPersonOrPlace(tokens: readonly Token[], hit: NameHit): boolean {
  return (
    hit.to - hit.from === 1 &&
    hit.entries.every((entry) => entry.kind === "brand") &&
    !hasDoseAfter(tokens, hit.to) &&
    namesPersonOrPlace(tokens, hit.from)
  );
}

/** An abbreviation that is an English word in lower case ("MOM"). */
function isWordToo(hit: NameHit, name: string): boolean {
  return (
    hit.to - hit.from === 1 &&
    hit.entries.every((entry) => entry.kind === "abbreviation") &&
    isEnglishWord(name) &&
    !isDirectionWord(name)
  );
}

/** Such a word is the medicine only where it heads an item and directions or nothing follow: "MOM 30 mL qhs", not "my mom gives me". */
function wordIsTaken(tokens: readonly Token[], hit: NameHit): boolean {
  if (!atHead(tokens, hit.from)) return false;
  const next = tokens[hit.to];
  if (next === undefined || next.kind === "newline" || hasDoseAfter(tokens, hit.to)) return true;
  return next.kind === "mark"
    ? [",", ";", ".", ")", "("].includes(next.text)
    : isDirectionWord(next.text) || isSigWord(tokens, hit.to);
}

const COMPANY_WORDS = new Set([
  "ltd",
  "limited",
  "plc",
  "inc",
  "gmbh",
  "pharma",
  "pharmaceuticals",
  "pharmaceutical",
  "laboratories",
  "labs",
  "healthcare",
  "consumer",
  "co",
  "corp",
  "company",
  "uk",
  "us",
  "international",
  "ag",
  "sa",
  "bv",
  "llc",
  "nutrition",
  "health",
]);

/** "(Bayer Plc)": the maker, not the product of that name. */
function isMaker(tokens: readonly Token[], hit: NameHit, hitEndingBefore: NameHit | undefined): boolean {
  if (tokens[hit.from - 1]?.text !== "(") return false;
  if (COMPANY_WORDS.has(wordAt(tokens, hit.to))) return true;
  return tokens[hit.to]?.text === ")" && MAKERS.has(wordAt(tokens, hit.from)) && !ofSameDrug(hit, hitEndingBefore);
}

/** "Aspirin (Bayer)" is the brand of the drug before it. */
function ofSameDrug(hit: NameHit, before: NameHit | undefined): boolean {
  const own = hit.entries.flatMap(({ ingredients }) => ingredients.map(({ name }) => name));
  return before?.entries.some(({ ingredients }) => ingredients.some(({ name }) => own.includes(name))) ?? true;
}

const COMPOUND_ENDS = new Set([
  "sparing",
  "dependent",
  "induced",
  "containing",
  "free",
  "based",
  "resistant",
  "binding",
  "like",
  "associated",
  "releasing",
  "lowering",
  "rich",
  "naive",
  "deficient",
  "related",
  "sensitive",
  "positive",
  "negative",
  "treated",
  "refractory",
  "receptor",
]);
const COMPOUND_STARTS = new Set([
  "ec",
  "iv",
  "im",
  "er",
  "sr",
  "xr",
  "mr",
  "la",
  "dl",
  "l",
  "d",
  "s",
  "r",
  "generic",
  "low",
  "dose",
  "baby",
  "oral",
  "liquid",
  "coated",
]);

/** A name joined by a hyphen to a word that is no name is part of something else: "non-aspirin", "5-hydroxy-…", "steroid-induced". */
function insideCompound(tokens: readonly Token[], hit: NameHit, ends: ReadonlySet<number>): boolean {
  const [hyphen, before] = [tokens[hit.from - 1], tokens[hit.from - 2]];
  if (
    hyphen?.text === "-" &&
    !hyphen.gap &&
    tokens[hit.from]?.gap === false &&
    before !== undefined &&
    !ends.has(hit.from - 1) &&
    before.kind === "word" &&
    !COMPOUND_STARTS.has(before.text) &&
    !(MAKERS.has(before.text) && before.gap)
  )
    return true;
  if (
    hyphen?.text === "-" &&
    !hyphen.gap &&
    tokens[hit.from]?.gap === false &&
    before?.kind === "word" &&
    before.text.length === 1 &&
    tokens[hit.from - 3]?.text === "-" &&
    tokens[hit.from - 2]?.gap === false
  )
    return true;
  return (
    tokens[hit.to]?.text === "-" && tokens[hit.to + 1]?.gap === false && COMPOUND_ENDS.has(wordAt(tokens, hit.to + 1))
  );
}

/** "Thyroid medication" is a kind of medicine; "thyroid" is none of its name. */
function insideClass(tokens: readonly Token[], hit: NameHit): boolean {
  const phrase = CLASS_WORDS.at(tokens, hit.from, Math.min(tokens.length, hit.to + 3));
  return phrase !== null && phrase.length > hit.to - hit.from;
}

/** "Folic acid, not on methotrexate day": the day of another drug, which is named and not listed here. */
function isDayOf(tokens: readonly Token[], hit: NameHit): boolean {
  return (
    ["day", "days"].includes(wordAt(tokens, hit.to)) &&
    tokens[hit.to + 1]?.kind !== "number" &&
    ["on", "except", "than", "of", "the", "a", "avoid", "omit", "after", "before"].includes(
      wordAt(tokens, hit.from - 1),
    )
  );
}

const TEST_VERBS = new Set([
  "recheck",
  "check",
  "rechecking",
  "checking",
  "monitor",
  "monitoring",
  "measure",
  "measuring",
  "repeat",
  "trend",
  "order",
]);

/** "Recheck potassium, magnesium next week": what is to be tested, to the end of the line, where no dose stands. */
function testedOn(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (!TEST_VERBS.has(tokens[at]?.text ?? "") || !opensItem(tokens, at)) continue;
    let end = at + 1;
    let dosed = false;
    for (; end < tokens.length && tokens[end]?.kind !== "newline" && tokens[end]?.text !== "."; end += 1)
      dosed ||= DOSE_UNITS.has(tokens[end]?.text ?? "") && tokens[end - 1]?.kind === "number";
    if (!dosed) for (let inner = at; inner < end; inner += 1) found.add(inner);
    at = end;
  }
  return found;
}

function mentionedAt(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = MENTIONS.at(tokens, at, tokens.length);
    if (phrase === null) continue;
    let next = at + phrase.length;
    if (DETERMINERS.has(tokens[next]?.text ?? "")) next += 1;
    found.add(next);
  }
  return found;
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "word" ? token.text : "";
}

/** A number without unit or with one per litre: the result of a test. */
function looksLikeResult(tokens: readonly Token[], hit: NameHit): boolean {
  let at = hit.to;
  while (
    ["level", "was", "is", "of"].includes(wordAt(tokens, at)) ||
    ["=", ":", "<", ">"].includes(tokens[at]?.text ?? "")
  )
    at += 1;
  const number = tokens[at];
  if (number?.kind !== "number") return false;
  const unit = tokens[at + 1];
  if (unit !== undefined && DOSE_UNITS.has(unit.text))
    return tokens[at + 2]?.text === "/" && LABORATORY_PER.has(wordAt(tokens, at + 3));
  return number.text.includes(".") && !isSigWord(tokens, at + 1);
}

/** "Vitamin D 18 ng/mL": a concentration in which no dose is given. */
function hasLaboratoryUnit(tokens: readonly Token[], hit: NameHit): boolean {
  const at = tokens[hit.to]?.kind === "mark" ? hit.to + 1 : hit.to;
  if (tokens[at]?.kind !== "number" || tokens[at + 2]?.text !== "/") return false;
  const [unit, per] = [wordAt(tokens, at + 1), wordAt(tokens, at + 3)];
  return LABORATORY_PER.has(per) || (per === "ml" && (unit === "ng" || unit === "pg"));
}

/** Tests that are no drug: beside them on a line a name with a bare number is a result, too ("B12 240" after "ferritin 12"). */
export const TESTS: ReadonlySet<string> = new Set(
  "co2,bun,creatinine,cr,egfr,gfr,tsh,ft4,ferritin,hba1c,a1c,ldl,hdl,triglycerides,alt,ast,alp,alk,bilirubin,wbc,hgb,hb,hct,plt,platelets,esr,crp,ck,cpk,bnp,osmolality,urate,anion,osm,pth,mcv".split(
    ",",
  ),
);
/** Substances that are measured as well as taken; a furosemide among the results is still a drug. */
const MEASURED = new Set(
  "b12,vitaminb12,vitb12,vitamind,vitd,folicacid,aldosterone,progesterone,prolactin,thyroxine,t3,t4,digoxin,carnitine".split(
    ",",
  ),
);
const MOST_LOOKED_AT = 24;

function amongResults(tokens: readonly Token[], hit: NameHit): boolean {
  const name = tokens
    .slice(hit.from, hit.to)
    .map((token) => token.text)
    .join("");
  if (!MEASURED.has(name) && !ALSO_SUBSTANCES.has(name)) return false;
  if (tokens[hit.to]?.kind !== "number" || DOSE_UNITS.has(wordAt(tokens, hit.to + 1)) || isSigWord(tokens, hit.to + 1))
    return false;
  return isTestResult(tokens, hit.from, -1) || isTestResult(tokens, hit.to, 1);
}

/** Whether the nearest tests of the line, before or behind, have a number of their own. */
function isTestResult(tokens: readonly Token[], from: number, step: 1 | -1): boolean {
  for (let at = from, left = MOST_LOOKED_AT; left > 0; at += step, left -= 1) {
    const token = tokens[at];
    if (token?.kind === "newline" || (token === undefined && at !== from && (at < 0 || at >= tokens.length)))
      return false;
    if (
      token?.kind === "word" &&
      TESTS.has(token.text) &&
      tokens[at + 1]?.kind === "number" &&
      !DOSE_UNITS.has(wordAt(tokens, at + 2))
    )
      return true;
  }
  return false;
}

function isSigWord(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at] !== undefined &&
    (NAME_MODIFIERS.has(wordAt(tokens, at)) || FORM_WORDS.at(tokens, at, tokens.length) !== null)
  );
}

/** A dose or a form within the next tokens of the line. */
function hasDoseAfter(tokens: readonly Token[], to: number): boolean {
  for (let at = to; at < to + 5; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "newline" || token.text === "," || token.text === ";") return false;
    if (token.kind === "number") {
      const unit = tokens[at + 1];
      return unit !== undefined && DOSE_UNITS.has(unit.text)
        ? true
        : FORM_WORDS.at(tokens, at + 1, tokens.length) !== null || (Number.isInteger(Number(token.text)) && at === to);
    }
    if (FORM_WORDS.at(tokens, at, tokens.length) !== null) return true;
  }
  return false;
}

/** Nothing but a line's start or a separator stands before it. */
function opensItem(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  return (
    before === undefined ||
    before.kind === "newline" ||
    (before.kind === "mark" && [",", ";", "•", "-", "*", "."].includes(before.text) && tokens[from]?.gap === true)
  );
}

/** Begins a list item: a separator, the line's start or words of taking stand before it. */
function atHead(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "newline") return true;
    if (token.kind === "mark") return token.text !== "-" || token.gap;
    if (token.kind === "number") continue;
    if (DOSE_UNITS.has(token.text)) continue;
    return NAME_MODIFIERS.has(token.text);
  }
  return true;
}

function substanceIsTaken(tokens: readonly Token[], hit: NameHit, name: string): boolean {
  const next = wordAt(tokens, hit.to);
  if (AFTER_SUBSTANCE.has(next)) return false;
  if (hasDoseAfter(tokens, hit.to)) return true;
  if (ONLY_WITH_DOSE.has(name)) return false;
  if (BEFORE_SUBSTANCE.has(wordAt(tokens, hit.from - 1))) return false;
  return true;
}

function everydayIsTaken(tokens: readonly Token[], hit: NameHit): boolean {
  if (!atHead(tokens, hit.from)) return false;
  if (hasDoseAfter(tokens, hit.to)) return true;
  const next = tokens[hit.to];
  return (
    next === undefined ||
    next.kind === "newline" ||
    next.text === "," ||
    next.text === ";" ||
    (next.text === "." && tokens[hit.to + 1]?.gap !== false)
  );
}
