const KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** Letters that are taken for one another by ear. */
const SOUNDS = ["aeiouy", "cks", "ckq", "sz", "cz", "xz", "xs", "gj", "dt", "bp", "fv", "vw", "mn", "iy", "ou", "lr"];

const SAME_VOWEL_CLASS = 0.55;
const SOUND = 0.6;
const NEIGHBOUR = 0.85;
const OTHER = 1.15;
const SWAP = 0.75;
const DOUBLED = 0.35;
const SILENT_LETTER = 0.6;
const VOWEL_LOST = 0.75;
const LETTER_LOST = 0.95;

const VOWELS = new Set([..."aeiouy"].map((letter) => letter.charCodeAt(0)));
const SILENT = new Set([..."hn"].map((letter) => letter.charCodeAt(0)));
const replacing = replacementCosts();
const rows = [new Float64Array(64), new Float64Array(64), new Float64Array(64)] as const;
/** The cost of each letter of the word that is meant, if it was lost. */
const lostOfMeant = new Float64Array(64);

/**
 * How unlikely it is that someone who meant `meant` wrote `written`: the optimal-string-alignment distance with cheaper steps
 * for what hands and ears do (neighbouring keys, swapped letters, doubled letters, vowels, letters that sound alike, f for ph).
 * 0 is the same word; one plain slip is about 1.
 */
export function slipCost(written: string, meant: string): number {
  const direct = alignment(written, meant);
  if (!written.includes("f") && !meant.includes("ph") && !written.includes("ph")) return direct;
  return Math.min(direct, 0.3 + alignment(written.replaceAll("ph", "f"), meant.replaceAll("ph", "f")));
}

function alignment(written: string, meant: string): number {
  let [before, above, here] = [rows[0], rows[1], rows[2]];
  above[0] = 0;
  for (let column = 1; column <= meant.length; column += 1) {
    const lost = lostCost(meant, column - 1);
    lostOfMeant[column] = lost;
    above[column] = (above[column - 1] ?? 0) + lost;
  }
  for (let row = 1; row <= written.length; row += 1) {
    const letter = written.charCodeAt(row - 1);
    const lostOfWritten = lostCost(written, row - 1);
    here[0] = (above[0] ?? 0) + lostOfWritten;
    for (let column = 1; column <= meant.length; column += 1) {
      const other = meant.charCodeAt(column - 1);
      let cost = (above[column - 1] ?? 0) + (letter === other ? 0 : (replacing[letter * 128 + other] ?? OTHER));
      cost = Math.min(cost, (above[column] ?? 0) + lostOfWritten, (here[column - 1] ?? 0) + (lostOfMeant[column] ?? 0));
      if (
        row > 1 &&
        column > 1 &&
        letter === meant.charCodeAt(column - 2) &&
        written.charCodeAt(row - 2) === other &&
        letter !== other
      ) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + SWAP);
      }
      here[column] = cost;
    }
    [before, above, here] = [above, here, before];
  }
  return above[meant.length] ?? 0;
}

/** The cost of a letter that stands in one word only. */
function lostCost(word: string, at: number): number {
  const letter = word.charCodeAt(at);
  if (letter === word.charCodeAt(at - 1) || letter === word.charCodeAt(at + 1)) return DOUBLED;
  if (SILENT.has(letter)) return SILENT_LETTER;
  return VOWELS.has(letter) ? VOWEL_LOST : LETTER_LOST;
}

function replacementCosts(): Float64Array {
  const costs = new Float64Array(128 * 128).fill(OTHER);
  const set = (a: string, b: string, cost: number): void => {
    const [x, y] = [a.charCodeAt(0), b.charCodeAt(0)];
    for (const at of [x * 128 + y, y * 128 + x]) costs[at] = Math.min(costs[at] ?? OTHER, cost);
  };
  KEYBOARD.forEach((keys, row) => {
    [...keys].forEach((key, at) => {
      for (const next of [keys[at + 1], KEYBOARD[row + 1]?.[at], KEYBOARD[row + 1]?.[at - 1]])
        if (next !== undefined) set(key, next, NEIGHBOUR);
    });
  });
  SOUNDS.forEach((group, at) => {
    for (const a of group) for (const b of group) if (a !== b) set(a, b, at === 0 ? SAME_VOWEL_CLASS : SOUND);
  });
  return costs;
}
