/** A number as written, with where it ends. `doubtful`: it can be read as another number ("20.386" for 20,386). */
export interface ReadNumber {
  value: number;
  end: number;
  doubtful: boolean;
}

/** `11,200` · `20'386` · `3,1` · `.5`; never the beginning of a longer run of figures. */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])/;
const APOSTROPHES = /^\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?![\d])/;
/** `20 386`, also with the thin blanks of a laboratory's printer. */
const BLANKS = /^[1-9]\d{0,2}(?:[  ]\d{3})+(?![\d.,])/;
const NARROW_BLANKS = /^\d{1,3}(?:[\u2009\u202f]\d{3})+(?![\d])/;
const POINTED = /^[1-9]\d{0,2}\.\d{3}(?![\d.,])/;
const PLAIN = /^(?:\d+(?:[.,]\d+)?|\.\d+)(?![\d])/;

/**
 * Reads the number at the start of a text.
 * @param runsToThousands whether the test is one whose results run to thousands (creatine kinase, platelets): only then is a
 * blank between figures a mark of thousands, and a point before three figures a doubt
 */
export function readNumber(text: string, runsToThousands: boolean): ReadNumber | null {
  const marked = APOSTROPHES.exec(text) ?? NARROW_BLANKS.exec(text) ?? (runsToThousands ? BLANKS.exec(text) : null);
  if (marked !== null)
    return { value: Number(marked[0].replace(/[^\d.]/g, "")), end: marked[0].length, doubtful: false };
  const grouped = GROUPED.exec(text);
  if (grouped !== null && !grouped[0].startsWith("0"))
    return { value: Number(grouped[0].replace(/,/g, "")), end: grouped[0].length, doubtful: false };
  const plain = PLAIN.exec(text);
  if (plain === null) return null;
  return {
    value: Number(plain[0].replace(",", ".")),
    end: plain[0].length,
    doubtful: runsToThousands && POINTED.test(text),
  };
}
