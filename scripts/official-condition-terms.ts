import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { conditionWords } from "@/lib/terminology/icd10cm/condition-words";

/**
 * Compiles lib/reading/conditions/data/official-terms.tsv: what remains of the official wording of ICD-10-CM when the words of
 * classification are taken away ("Acne, unspecified", "Liver transplant status", "Nonrheumatic mitral (valve) prolapse"), as
 * clinicians write it in a problem list. Run: `npx tsx scripts/official-condition-terms.ts`; the same table gives the same bytes.
 */
const ROOT = process.cwd();
const SOURCE = path.join(ROOT, "lib", "terminology", "data", "icd10cm.tsv.gz");
const TARGET = path.join(ROOT, "lib", "reading", "conditions", "data", "official-terms.tsv");

/** Diseases, and of the Z chapter donors, histories and what is or was done to a body for good; not injuries, causes, encounters. */
const CHAPTERS = /^(?:[A-R]|Z(?:52|8[0-9]|9[0-9]))/;
/** Findings of one word (cough, pain, fever) are words of any note; newborns' are not the patient's. */
const NOT_ALONE = /^[PRZ]/;
const LONGEST = 8;
/** One word that names a state or a thing rather than a disease. */
const PLAIN = new Set(
  "delivery collapse wasting worm puerperium pregnancy stress grief problem shock burn nail hair cramp spasm rash itch pain fever bite cyst polyp ulcer wound scar acute corneal congenital pannus nonmalignant plague pinta freckles infestation sunburn term ventilator serotonin venous idiopathic".split(
    " ",
  ),
);

interface Wording {
  text: string;
  /** A word that tells codes apart is left out ("chronic"): what is found by it is asked. */
  loose: boolean;
}

/** The wordings that one official wording gives, the fullest first. */
function shortened(display: string): Wording[] {
  const plain = display
    .replace(
      /\bunspecified (?=\p{L})|,? (?:unspecified|not elsewhere classified|not otherwise specified|NOS)\b/giu,
      (words) => (words.startsWith("u") || words.startsWith("U") ? "" : " "),
    )
    .replace(/\s+/g, " ")
    .trim();
  const done = plain
    .replace(/ status$/i, "")
    .replace(/^(?:presence of (?:unspecified )?|nonrheumatic |essential )/i, "");
  const bare = done
    .replace(/(?<!\s)\s*\[[^\][]*\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const inBrackets = /\[([^\][]*)\]$/.exec(done)?.[1] ?? "";
  const named = /[ -]/.test(inBrackets) ? inBrackets : "";
  const ways = (text: string): string[] => [
    text,
    text.replace(/\([^()]*\)/g, " "),
    text.replace(/^(.*?)\b(\w+) \((\w+)\)/, "$1$3"),
  ];
  return [
    ...[plain, done, bare, ...reworded(bare)].flatMap(ways).map((text) => ({ text, loose: false })),
    ...[named, ...unqualified(bare)].flatMap(ways).map((text) => ({ text, loose: true })),
  ];
}

const ADJECTIVE = /(?:al|ic|ar|ous|ary|ive|ory|ed|ing|oid|ent|ant|ile|ine|ism|ary|logic|lar)$/i;

/** Without "chronic" before. */
function unqualified(bare: string): string[] {
  const qualified = /^(?:classical|chronic|primary|idiopathic|acquired|essential) (.{8,})$/i.exec(bare)?.[1];
  return qualified === undefined || /^(?:pain|kidney|other)/i.test(qualified) ? [] : [qualified];
}

/** Without "syndrome" after a name, "A" and "B" of "A and B" ("and" of a title is "and/or"), "bladder diverticulum". */
function reworded(bare: string): string[] {
  // A single name alone is as often a person's ("Dr Wilson"): only a pair of names stands without "syndrome".
  const eponym = /^(\p{Lu}\p{L}+-\p{Lu}\p{L}+) (?:syndrome|disease)$/u.exec(bare)?.[1];
  const pair = /^(\p{L}{7,}) and (\p{L}{7,})$/u.exec(bare);
  const swapped = /^([\p{L}-]+) of (\p{L}+)$/u.exec(bare);
  return [
    ...(eponym === undefined ? [] : [eponym]),
    ...(pair === null || ADJECTIVE.test(pair[1] ?? "") || ADJECTIVE.test(pair[2] ?? "")
      ? []
      : [pair[1] ?? "", pair[2] ?? ""]),
    ...(swapped === null ? [] : [`${swapped[2] ?? ""} ${swapped[1] ?? ""}`]),
  ];
}

const refused = (term: readonly string[], code: string): boolean =>
  term.length === 0 ||
  term.length > LONGEST ||
  term.some((word) =>
    /^(?:other|specified|unspecified|elsewhere|classified|diseases|disorders|encounter|trimester|right|left|bilateral|without|newborn)$/.test(
      word,
    ),
  ) ||
  (term.length === 1 && (NOT_ALONE.test(code) || (term[0] ?? "").length < 4 || PLAIN.has(term[0] ?? "")));

function compile(): string {
  const best = new Map<string, { code: string; billable: boolean; loose: boolean }>();
  for (const line of gunzipSync(readFileSync(SOURCE)).toString("latin1").trim().split("\n").slice(1)) {
    const [code = "", display = "", billable = ""] = line.split("\t");
    if (!CHAPTERS.test(code) || code.length > 6) continue;
    for (const { text, loose } of shortened(display)) {
      const words = conditionWords(text);
      const known = best.get(words.join(" "));
      const better =
        known === undefined ||
        (known.loose && !loose) ||
        (known.loose === loose && !known.billable && billable === "1" && code.startsWith(known.code));
      if (refused(words, code) || !better) continue;
      best.set(words.join(" "), { code, billable: billable === "1", loose });
    }
  }
  const rows = [...best].map(([term, { code, loose }]) => `${code}\t${term}${loose ? "\tloose" : ""}`).sort();
  return `code\tterm\thow\n${rows.join("\n")}\n`;
}

writeFileSync(TARGET, compile());
