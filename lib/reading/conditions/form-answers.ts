import type { Assertion } from "@/lib/domain/vocabulary";

/** What a form or a status column says of the condition beside it. */
const STATUS: readonly [Assertion, RegExp][] = [
  [
    "negated",
    /^(?:refuted|entered[- ]in[- ]error|error|no|n|none|nil|denied|denies|negative|neg|absent|ruled out|excluded|false|not present|not confirmed|❌|✗|✘|0)$/i,
  ],
  [
    "past",
    /^(?:inactive|resolved|remission|in remission|past|historical|history|previous|cured|closed|recovered|ended|completed|corrected|full recovery|fully recovered|complete recovery|recovered fully|recovered completely)$/i,
  ],
  [
    "uncertain",
    /^(?:provisional|unconfirmed|differential|suspected|possible|probable|query|\?|unknown|under investigation|tbc|pending)$/i,
  ],
  [
    "present",
    /^(?:active|confirmed|yes|y|true|positive|present|current|ongoing|chronic|recurrence|relapse|stable|✓|✔|1)$/i,
  ],
];

/** The date of a status: "Resolved 11/2025", "in remission since 2014". */
const DATED = /\s(?:since |in |on )?(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d$/i;

/** The polarity that a cell or a bracket tells by itself, or null where it is no status. */
export function statusOf(cell: string): Assertion | null {
  const words = cell
    .trim()
    .replace(/^[([{]|[)\]}.]$/g, "")
    .replace(DATED, "")
    .trim();
  if (words === "" || words.length > 32) return null;
  return STATUS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const LABELLED = /^[\s"'{,-]*(?:clinical|verification)?[ _-]?status["']?\s?[:=]\s?["']?([^"']{1,32})["']?[\s,}]*$/i;

/** The polarity that a labelled status tells ("clinicalStatus: resolved"), of what stands before it. */
export function labelledStatus(text: string): Assertion | null {
  const words = LABELLED.exec(text.trim().slice(0, 80))?.[1];
  return words === undefined ? null : statusOf(words);
}

const TICKED = /[☒☑✓✔✅]|\[\s?[xX✓]\s?\]|\(\s?[xX]\s?\)/u;
const UNTICKED = /[☐□⬜]|\[\s{0,3}\]|\(\s{1,3}\)/u;
const ANSWER_AFTER = /^\s?(?:yes|y|no|n)\b/i;

/** One box with what it says. */
interface Box {
  ticked: boolean;
  /** "yes", "no", or empty where the box stands for the whole line. */
  answer: string;
}

const BOX = new RegExp(`(?:${TICKED.source}|${UNTICKED.source})`, "gu");

/** The boxes of a line with the answer beside each: "[x] No", "No ☒". */
function boxesOf(line: string): Box[] {
  return Array.from(line.matchAll(BOX), (match) => {
    const after = line.slice(match.index + match[0].length, match.index + match[0].length + 8);
    const before = line.slice(Math.max(0, match.index - 6), match.index);
    const word = ANSWER_AFTER.exec(after)?.[0] ?? /\b(?:yes|y|no|n)\s?:?\s?$/i.exec(before)?.[0] ?? "";
    return { ticked: TICKED.test(match[0]), answer: word.trim().replace(":", "").toLowerCase().slice(0, 1) };
  });
}

/** Whether the boxes of a line stand before what they are for. */
export const boxesComeFirst = (line: string, firstMention: number): boolean => {
  BOX.lastIndex = 0;
  const first = line.search(BOX);
  return first >= 0 && first < firstMention;
};

/**
 * What the boxes beside a condition say of it: "Asthma [x] No" is denied, "[ ] Asthma" is not ticked. Null where there is
 * no box, or where several stand for several things.
 */
export function tickedAnswer(beside: string): Assertion | null {
  const boxes = boxesOf(beside);
  if (boxes.length === 0) return null;
  const answers = boxes.filter((box) => box.answer !== "");
  if (answers.length > 0) {
    const ticked = answers.find((box) => box.ticked);
    if (ticked !== undefined) return ticked.answer === "n" ? "negated" : "present";
    return "uncertain";
  }
  if (boxes.length > 1) return null;
  return boxes[0]?.ticked === true ? "present" : "negated";
}

/** A status at the end of an item: "Asthma - Inactive", "Gout (resolved)", "DVT [refuted]", "Diabetes: N". */
const TRAILING =
  /(?:\s[-–—]\s?|\s?[:=|]\s{0,3}|\s?[([]\s?|,\s{0,2}(?:status:?\s?)?|\bstatus:?\s?)([\p{L}?✓✔✗✘❌ -]{1,24}(?:\d[\d/.-]{3,9})?)[)\]]?\s{0,3}[.;]?\s{0,3}$/u;

/** The status that ends an item, with where it begins. */
export function trailingStatus(item: string): Assertion | null {
  const tail = item.slice(-40);
  const words = TRAILING.exec(tail)?.[1];
  return words === undefined ? null : statusOf(words);
}
