import { readFileSync } from "node:fs";

/** Tables for kerning, ligatures and mark placement: most of the time that a report takes, and nothing that it needs. */
const LEFT_OUT: ReadonlySet<string> = new Set(["GPOS", "GSUB", "GDEF", "kern", "DSIG", "STAT"]);

const HEADER = 12;
const ENTRY = 16;

/**
 * A TrueType font without its layout tables: letters are set one after the other by their own widths. A report is laid out in
 * half the time, its lines are as long as they were measured, and `fi` stays two letters for whoever searches the text.
 */
export function plainFont(file: string): Buffer {
  const font = readFileSync(file);
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = HEADER + index * ENTRY;
    return {
      tag: font.toString("latin1", at, at + 4),
      entry: font.subarray(at, at + ENTRY),
      data: font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12)),
    };
  }).filter(({ tag }) => !LEFT_OUT.has(tag));
  const head = Buffer.alloc(HEADER + entries.length * ENTRY);
  font.copy(head, 0, 0, HEADER);
  head.writeUInt16BE(entries.length, 4);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [index, { entry, data }] of entries.entries()) {
    const at = HEADER + index * ENTRY;
    entry.copy(head, at);
    head.writeUInt32BE(offset, at + 8);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
