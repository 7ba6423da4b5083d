import type { ConditionPiece } from "@/lib/domain/condition";
import type { Assertion } from "@/lib/domain/vocabulary";
import { headingOf, namesNothing } from "./headings";
import { labelledStatus } from "./form-answers";
import { readItems, type ReadConditionsOptions } from "./read-items";
import { cellsOf, TableRows } from "./table-rows";

const WORD = /[\p{L}\p{N}'+#%-]+/gu;

/** All words of a text: they decide between the meanings of an abbreviation. */
const wordsOfText = (text: string): Set<string> =>
  new Set(Array.from(text.toLowerCase().matchAll(WORD), ([word]) => word));

function uncoded(line: string, offset: number): ConditionPiece {
  const text = line.trim();
  const start = offset + line.indexOf(text);
  return {
    text,
    start,
    end: start + text.length,
    status: "not-condition",
    polarity: "present",
    codes: [],
    conditionId: null,
  };
}

/**
 * Reads conditions as clinicians write them (abbreviations, lay words, ICD-10-CM codes, tables, forms) with whose and how sure
 * they are. Pieces cover every non-blank character; one condition a piece. A code is given where the words support it
 * (docs/decisions/004-condition-codes.md), else the codes that may be meant are asked (`confirm`) or the words stay in sight
 * (`unrecognised`).
 */
export function readConditions(text: string, options: ReadConditionsOptions): ConditionPiece[] {
  const pieces: ConditionPiece[] = [];
  const textWords = wordsOfText(text);
  const table = new TableRows();
  let underFamily = false;
  let offset = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      const heading = headingOf(line);
      if (heading !== null) underFamily = heading === "family";
      const cells = cellsOf(line);
      if (cells === null) table.end();
      const status = labelledStatus(line);
      const above = pieces.at(-1);
      if (status !== null && above !== undefined && above.codes.length > 0) {
        // A status on the line below its condition: pasted YAML or JSON with one field a line.
        if (status !== "present" && above.polarity === "present") above.polarity = status;
        pieces.push(uncoded(line, offset));
      } else if (heading !== null || namesNothing(line) || (cells !== null && table.isHead(cells)))
        pieces.push(uncoded(line, offset));
      else {
        const told: Assertion | null = cells === null ? null : table.polarityOf(cells);
        pieces.push(...readItems(line, { offset, textWords, told: underFamily ? "family" : told, options }));
      }
    }
    offset += line.length + 1;
  }
  return pieces;
}
