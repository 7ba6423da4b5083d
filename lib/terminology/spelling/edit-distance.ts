/** Longest word the bit-parallel distance takes; longer ones are never looked up for spelling. */
export const LONGEST_WORD = 31;

const masks = new Int32Array(128);

/**
 * Optimal-string-alignment distance (insert, delete, replace, swap neighbours; each 1) of one word against many, bit-parallel
 * after Hyyrö 2003. Words are ASCII and at most `LONGEST_WORD` long. Returns more than `limit` as soon as it must be.
 */
export function distanceFrom(word: string): { to(other: string, limit: number): number; done(): void } {
  const length = word.length;
  for (let at = 0; at < length; at += 1) {
    const code = word.charCodeAt(at);
    masks[code] = (masks[code] ?? 0) | (1 << at);
  }
  const last = 1 << (length - 1);
  return {
    to(other, limit) {
      const excess = Math.abs(other.length - length);
      if (excess > limit) return excess;
      let positive = -1;
      let negative = 0;
      let diagonal = 0;
      let before = 0;
      let distance = length;
      for (let at = 0; at < other.length; at += 1) {
        const match = masks[other.charCodeAt(at)] ?? 0;
        const swap = ((~diagonal & match) << 1) & before;
        diagonal = ((((match & positive) + positive) | 0) ^ positive) | match | negative | swap;
        let horizontalPositive = negative | ~(diagonal | positive);
        let horizontalNegative = diagonal & positive;
        if ((horizontalPositive & last) !== 0) distance += 1;
        if ((horizontalNegative & last) !== 0) distance -= 1;
        if (distance - (other.length - at - 1) > limit) return limit + 1;
        horizontalPositive = (horizontalPositive << 1) | 1;
        horizontalNegative <<= 1;
        positive = horizontalNegative | ~(diagonal | horizontalPositive);
        negative = horizontalPositive & diagonal;
        before = match;
      }
      return distance;
    },
    /** Clears the shared masks; call it before another word is started. */
    done() {
      for (let at = 0; at < length; at += 1) masks[word.charCodeAt(at)] = 0;
    },
  };
}
