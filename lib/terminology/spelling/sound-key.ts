/** Longest name whose sounds are written; longer ones are cut. */
const MOST_SOUNDS = 64;
const SILENT = 0;
/** Constants and no closures: this runs for every letter of every name when the names are loaded. */
const VOWEL = code("a");
const [C, E, F, H, I, K, P, S, X, Y] = [
  code("c"),
  code("e"),
  code("f"),
  code("h"),
  code("i"),
  code("k"),
  code("p"),
  code("s"),
  code("x"),
  code("y"),
];

/** The sound of a letter by itself, by its character code; consonants that are taken for one another share one. */
const soundOf = Uint8Array.from({ length: 128 }, (_, letter) => letter);
for (const [letters, sound] of [
  ["eiouy", VOWEL],
  ["qc", K],
  ["zx", S],
  ["v", F],
  ["d", code("t")],
  ["j", code("g")],
  ["m", code("n")],
  ["hw", SILENT],
] as const) {
  for (const letter of letters) soundOf[code(letter)] = sound;
}
/** One more than counts: an x writes two. */
const written = new Uint8Array(MOST_SOUNDS + 1);

/**
 * What is left of a name when spelling is forgotten: consonant classes without vowels, so that `seroquel` and `ceroquel`,
 * `xyloprim` and `zyloprim` meet. Takes and gives lower-case letters; a first vowel stays as `a`.
 */
export function soundKey(name: string): string {
  return String.fromCharCode(...written.subarray(0, writeSounds(name)));
}

/** A number of 31 bits that names with the same `soundKey` share; made without the text of the key. */
export function soundHash(name: string): number {
  const count = writeSounds(name);
  let value = 0;
  for (let at = 0; at < count; at += 1) value = Math.imul(value, 31) + (written[at] ?? 0);
  return Math.imul(value, 0x2c1b3c6d) >>> 1;
}

/** Writes the sounds and returns how many; neighbours that sound alike are one. */
function writeSounds(name: string): number {
  let count = 0;
  for (let at = 0; at < name.length && count < MOST_SOUNDS; at += 1) {
    const letter = name.charCodeAt(at);
    if (letter === X && at > 0 && written[count - 1] !== K) written[count++] = K;
    const sound = soundAt(letter, name.charCodeAt(at + 1));
    if (sound === SILENT || (sound === VOWEL && at > 0)) continue;
    if (count === 0 || written[count - 1] !== sound) written[count++] = sound;
  }
  return count;
}

/** The sound of a letter before the next one: `c` before e, i and y is an s, `ph` an f. */
function soundAt(letter: number, next: number): number {
  if (letter === C && (next === E || next === I || next === Y)) return S;
  if (letter === P && next === H) return F;
  return soundOf[letter] ?? SILENT;
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}
