/**
 * A symmetric-delete index (after SymSpell): two words within k edits share a form that is reached by deleting at most k
 * letters from each. Only the first letters are indexed, which keeps it small; forms are kept as hashes in typed arrays, so a
 * shared bucket is no proof and every candidate is measured afterwards.
 */
export type DeletionIndex = { candidates(word: string, visit: (position: number) => void): void };

const PREFIX = 7;
const MOST_FORMS = 1 + PREFIX + (PREFIX * (PREFIX - 1)) / 2;
/** About how many forms a word has. A bucket is for four of them: so the table of buckets stays in the processor's cache. */
const USUAL_FORMS = 26;

/** Indexes the words by position, with up to two letters deleted. Words are lower-case letters and digits. */
export function deletionIndex(words: readonly string[]): DeletionIndex {
  const bits = Math.max(10, Math.round(Math.log2(words.length * USUAL_FORMS + 1)) - 2);
  const shift = 32 - bits;
  const forms = new Uint32Array(MOST_FORMS);
  const counts = new Uint8Array(words.length);
  const buckets = new Uint32Array(words.length * MOST_FORMS);
  /** First the sizes of the buckets, then where each ends, and after filling where each starts. */
  const starts = new Uint32Array((1 << bits) + 1);

  let total = 0;
  for (let position = 0; position < words.length; position += 1) {
    const count = deletionForms(words[position] ?? "", forms);
    counts[position] = count;
    for (let at = 0; at < count; at += 1) {
      const bucket = (forms[at] ?? 0) >>> shift;
      buckets[total] = bucket;
      total += 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
  }
  let end = 0;
  for (let bucket = 0; bucket < starts.length; bucket += 1) {
    end += starts[bucket] ?? 0;
    starts[bucket] = end;
  }
  const postings = words.length <= 0xffff ? new Uint16Array(total) : new Uint32Array(total);
  for (let position = words.length - 1; position >= 0; position -= 1) {
    for (let left = counts[position] ?? 0; left > 0; left -= 1) {
      total -= 1;
      const bucket = buckets[total] ?? 0;
      const slot = (starts[bucket] ?? 0) - 1;
      starts[bucket] = slot;
      postings[slot] = position;
    }
  }

  const seen = new Uint32Array(words.length);
  let round = 0;
  return {
    candidates(word, visit) {
      round += 1;
      const count = deletionForms(word, forms);
      for (let at = 0; at < count; at += 1) {
        const bucket = (forms[at] ?? 0) >>> shift;
        const last = starts[bucket + 1] ?? postings.length;
        for (let slot = starts[bucket] ?? 0; slot < last; slot += 1) {
          const position = postings[slot] ?? 0;
          if (seen[position] === round) continue;
          seen[position] = round;
          visit(position);
        }
      }
    },
  };
}

/** A fixed random number for each letter at each place. A word is the exclusive-or of its letters, so that a form needs no second reading. */
const LETTERS = letterNumbers();
/** Exclusive-or of the letters before a place: as they stand, one place to the left (one letter deleted), two places. */
const whole = new Int32Array(PREFIX + 1);
const oneLeft = new Int32Array(PREFIX + 1);
const twoLeft = new Int32Array(PREFIX + 1);

/** Writes the hashes of the prefix and of its forms with one and two letters deleted; returns how many. */
function deletionForms(word: string, into: Uint32Array): number {
  const length = Math.min(word.length, PREFIX);
  for (let at = 0; at < length; at += 1) {
    const number = (word.charCodeAt(at) & 127) * PREFIX + at;
    whole[at + 1] = (whole[at] ?? 0) ^ (LETTERS[number] ?? 0);
    oneLeft[at + 1] = (oneLeft[at] ?? 0) ^ (at > 0 ? (LETTERS[number - 1] ?? 0) : 0);
    twoLeft[at + 1] = (twoLeft[at] ?? 0) ^ (at > 1 ? (LETTERS[number - 2] ?? 0) : 0);
  }
  const allOneLeft = oneLeft[length] ?? 0;
  const allTwoLeft = twoLeft[length] ?? 0;
  let count = 0;
  into[count++] = whole[length] ?? 0;
  for (let first = 0; first < length; first += 1) {
    if (first > 0 && word.charCodeAt(first) === word.charCodeAt(first - 1)) continue;
    const before = (whole[first] ?? 0) ^ (oneLeft[first + 1] ?? 0);
    into[count++] = before ^ allOneLeft;
    for (let second = first + 1; second < length; second += 1)
      into[count++] = before ^ (oneLeft[second] ?? 0) ^ (twoLeft[second + 1] ?? 0) ^ allTwoLeft;
  }
  return count;
}

/** The same numbers in every process (Mulberry32), so that a lookup always costs the same. */
function letterNumbers(): Int32Array {
  let state = 0x9e3779b9;
  return Int32Array.from({ length: 128 * PREFIX }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return mixed ^ (mixed >>> 14);
  });
}
