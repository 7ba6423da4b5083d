/**
 * A symmetric-delete index (after SymSpell): two words within k edits share a form that is reached by deleting at most k
 * letters from each. Only the first letters are indexed, which keeps it small; forms are kept as hashes in typed arrays, so a
 * shared bucket is no proof and every candidate is measured afterwards.
 */
export type DeletionIndex = { candidates(word: string, visit: (position: number) => void): void };

type Options = { prefixLength: number; deletions: 1 | 2 };

/** Indexes the words by position. Words are lower-case letters and digits. */
export function deletionIndex(words: readonly string[], { prefixLength, deletions }: Options): DeletionIndex {
  const bits = Math.max(10, Math.ceil(Math.log2(words.length * (deletions === 2 ? 18 : 5) + 1)));
  const shift = 32 - bits;
  const starts = new Uint32Array((1 << bits) + 1);
  const forms = new Uint32Array(1 + prefixLength + (prefixLength * (prefixLength - 1)) / 2);
  const counts = new Uint8Array(words.length);

  let total = 0;
  const all = new Uint32Array(words.length * forms.length);
  words.forEach((word, position) => {
    const count = deletionForms(word, prefixLength, deletions, forms);
    counts[position] = count;
    for (let at = 0; at < count; at += 1) {
      const bucket = (forms[at] ?? 0) >>> shift;
      all[total + at] = bucket;
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    }
    total += count;
  });
  for (let bucket = 0; bucket < starts.length - 1; bucket += 1) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);

  const postings = new Uint32Array(total);
  const fill = starts.slice();
  let from = 0;
  counts.forEach((count, position) => {
    for (let at = 0; at < count; at += 1) {
      const bucket = all[from + at] ?? 0;
      const slot = fill[bucket] ?? 0;
      postings[slot] = position;
      fill[bucket] = slot + 1;
    }
    from += count;
  });

  const seen = new Uint32Array(words.length);
  let round = 0;
  return {
    candidates(word, visit) {
      round += 1;
      const count = deletionForms(word, prefixLength, deletions, forms);
      for (let at = 0; at < count; at += 1) {
        const bucket = (forms[at] ?? 0) >>> shift;
        const end = starts[bucket + 1] ?? 0;
        for (let slot = starts[bucket] ?? 0; slot < end; slot += 1) {
          const position = postings[slot] ?? 0;
          if (seen[position] === round) continue;
          seen[position] = round;
          visit(position);
        }
      }
    },
  };
}

/** Writes the hashes of the prefix and of its forms with one (and two) letters deleted; returns how many. */
function deletionForms(word: string, prefixLength: number, deletions: 1 | 2, into: Uint32Array): number {
  const length = Math.min(word.length, prefixLength);
  let count = 0;
  into[count++] = hash(word, length, -1, -1);
  for (let first = 0; first < length; first += 1) {
    if (first > 0 && word.charCodeAt(first) === word.charCodeAt(first - 1)) continue;
    into[count++] = hash(word, length, first, -1);
    if (deletions === 1) continue;
    for (let second = first + 1; second < length; second += 1) into[count++] = hash(word, length, first, second);
  }
  return count;
}

/** FNV-1a over the letters that stay, with a last mixing so that the high bits, which choose the bucket, are good. */
function hash(word: string, length: number, first: number, second: number): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) {
    if (at !== first && at !== second) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  }
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
}
