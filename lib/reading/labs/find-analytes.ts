import { type Analyte, labVocabulary, termKey } from "./lab-vocabulary";

/** A test's name in a line; offsets are into the line. */
export interface AnalyteMention {
  analyte: Analyte;
  start: number;
  end: number;
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character);
const isDigit = (character: string | undefined): boolean => character !== undefined && /\p{N}/u.test(character);

/** Signs that may stand inside a name; at a comma a name goes on only where a longer name is known ("Bilirubin, Direct"). */
const JOINERS = new Set([" ", "-", "–", ",", "(", ")", "/", ".", "'", ":"]);

/** The longest name that starts here and ends at a word's end (figures may follow directly: "nitrogen23"). */
function longestAt(line: string, start: number): AnalyteMention | null {
  const { terms, longestTerm } = labVocabulary();
  let key = "";
  let separated = false;
  let best: AnalyteMention | null = null;
  for (let at = start; at < line.length && key.length <= longestTerm; at += 1) {
    const character = line[at] ?? "";
    if (isWordCharacter(character)) {
      key += termKey(character);
      // "Ca 2.2" is a test and its value, not "Ca2+": figures after a gap never end a name.
      separated = isDigit(character) ? separated || line[at - 1] === " " : false;
      const following = line[at + 1];
      const ended = !separated && (!isWordCharacter(following) || (isDigit(following) && isLetter(character)));
      const analyte = ended ? terms.get(key) : undefined;
      if (analyte !== undefined) best = { analyte, start, end: at + 1 };
    } else if (!JOINERS.has(character)) break;
  }
  return best;
}

/** "mg", "k", "cl" in lower case are more often a unit or a letter than a test: a number must follow at once, none stand before. */
function isDoubtful(line: string, { start, end }: AnalyteMention): boolean {
  const written = line.slice(start, end);
  if (written.length > 2 || written !== written.toLowerCase()) return false;
  return (
    /[\d.,]\s*$/.test(line.slice(Math.max(0, start - 4), start)) ||
    !/^[+:=\s]{0,3}[<>]?\d/.test(line.slice(end, end + 6))
  );
}

const CHARGE = /^(?: ?2\+{1,2}|\+{1,2}|[²2]⁺|⁺|-(?=[\s:=]))/;

/** Steps over an ion's charge (`K+`, `Ca2+`, `Ca 2+`, `HCO3-`) and over the figure of a vitamin ("vit D3 9.2"). */
function chargeEnd(line: string, end: number): number {
  const after = line.slice(end, end + 8);
  const isVitamin = /[DdBb]/.test(line[end - 1] ?? "") && /^\d[\s:=]+[<>]?\d/.test(after);
  return isVitamin ? end + 1 : end + (CHARGE.exec(after)?.[0].length ?? 0);
}

/** The tests named in a line, from left to right, none overlapping. */
export function findAnalytes(line: string): AnalyteMention[] {
  const mentions: AnalyteMention[] = [];
  let at = 0;
  while (at < line.length) {
    const startsWord =
      isWordCharacter(line[at]) && (!isWordCharacter(line[at - 1]) || (isDigit(line[at - 1]) && !isDigit(line[at])));
    const mention = startsWord ? longestAt(line, at) : null;
    if (mention !== null && !isDoubtful(line, mention)) {
      mentions.push({ ...mention, end: chargeEnd(line, mention.end) });
      at = mention.end;
    } else at += 1;
  }
  return mentions;
}
