import type { Content } from "pdfmake/interfaces";
import { printableText, type WordRoom } from "./font-metrics";

/** A value with its unit, which no line break may part. */
const MEASURE = /(\d[\d.,]{0,11}\s?[a-zµ%]{1,10}(?:\/[A-Za-z0-9.]{1,8}){1,4}(?:\s?m2)?)/;

/** Text in which a value and its unit stay together. */
export function runs(text: string, look: { bold?: boolean; room?: WordRoom } = {}): Content[] {
  return printableText(text, look.room)
    .split(MEASURE)
    .filter((part) => part !== "")
    .map((part) => ({
      text: part,
      ...(look.bold === true ? { bold: true } : {}),
      ...(MEASURE.test(part) ? { noWrap: true } : {}),
    }));
}
