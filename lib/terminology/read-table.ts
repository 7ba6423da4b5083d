import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { dataPath } from "./data-path";

/** The bytes of a file under `lib/terminology/data`; `.gz` is unpacked. */
export function readBytes(name: string): Buffer {
  const bytes = readFileSync(dataPath("lib", "terminology", "data", ...name.split("/")));
  return name.endsWith(".gz") ? gunzipSync(bytes, { chunkSize: unpackedSize(bytes) + 1 }) : bytes;
}

/** The last four bytes of a gzip file are its unpacked size: one buffer of it saves copying many small ones together. */
function unpackedSize(packed: Buffer): number {
  return Math.max(1024, packed.readUInt32LE(packed.length - 4));
}

/** The text of a file under `lib/terminology/data`. */
function readData(name: string): string {
  return readBytes(name).toString("utf8");
}

/** The data lines of a tab separated table: without its header, comments (`#`) and blank lines. */
export function readTable(name: string): string[][] {
  const rows: string[][] = [];
  let header = true;
  for (const line of readData(name).split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    if (header) header = false;
    else rows.push(line.split("\t"));
  }
  return rows;
}
