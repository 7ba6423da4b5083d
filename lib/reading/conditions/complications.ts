import { readRows } from "./words";
import type { ConditionMention } from "./find-conditions";

interface Joined {
  disease: string;
  complication: string;
  code: string;
}

let loaded: readonly Joined[] | null = null;

function joined(): readonly Joined[] {
  loaded ??= readRows("complications.tsv").map(([disease = "", complication = "", code = ""]) => ({
    disease,
    complication,
    code,
  }));
  return loaded;
}

const WITH =
  /^\s*(?:with|w\/|c\/b|complicated by|and secondary|causing)\s+(?:(?:diabetic|diabetes|peripheral|mild|severe|moderate|stage)\s+)?$/i;

/** A disease "with" its complication is one code of ICD-10-CM: "type 2 DM with neuropathy". */
export function joinComplications(mentions: readonly ConditionMention[], line: string): ConditionMention[] {
  const result: ConditionMention[] = [];
  for (const mention of mentions) {
    const previous = result.at(-1);
    const code = previous === undefined ? null : codeOfBoth(previous, mention, line);
    if (previous === undefined || code === null) result.push(mention);
    else result[result.length - 1] = { ...previous, codes: [code], end: mention.end, to: mention.to };
  }
  return result;
}

function codeOfBoth(left: ConditionMention, right: ConditionMention, line: string): string | null {
  if (!left.sure || !right.sure || right.start - left.end > 40 || !WITH.test(line.slice(left.end, right.start)))
    return null;
  const [disease = "", complication = ""] = [left.codes[0], right.codes[0]];
  return joined().find((row) => disease === row.disease && complication.startsWith(row.complication))?.code ?? null;
}
