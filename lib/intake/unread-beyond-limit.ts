import type { CaseInput, UnreadEntry } from "@/lib/domain/case";

/** So much of the beginning is shown. */
const SHOWN = 120;

type Noun = "line" | "entry" | "piece";
const PLURAL: Readonly<Record<Noun, string>> = { line: "lines", entry: "entries", piece: "pieces" };

/** One entry for a stretch that is not read: how it begins, how much more there is. */
export function unreadStretch(where: string, [first = "", ...others]: readonly string[], noun: Noun): UnreadEntry {
  const begins = first.trim().slice(0, SHOWN);
  const more = others.length === 0 ? "" : ` … and ${others.length} more ${others.length === 1 ? noun : PLURAL[noun]}`;
  return { text: `${begins}${more}`, where, status: "not read: beyond the limit of one list", suggestions: [] };
}

/** What was set aside as beyond the limits: one entry a place; nothing of it is judged. */
export function unreadBeyondLimit({ medicationsBeyondLimit, beyondLimit }: CaseInput): UnreadEntry[] {
  const parts = Object.entries({ medications: medicationsBeyondLimit, ...beyondLimit });
  return parts.flatMap(([where, part]) => {
    const texts = textsOf(part).filter((text) => text.trim() !== "");
    const noun = typeof part === "string" ? "line" : "entry";
    return texts.length === 0 ? [] : [unreadStretch(where, texts, noun)];
  });
}

function textsOf(part: unknown): string[] {
  if (typeof part === "string") return part.split("\n");
  if (Array.isArray(part)) return part.map((entry: unknown) => (typeof entry === "string" ? entry : words(entry)));
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).map(([key, value]) => `${key}: ${typeof value === "string" ? value : words(value)}`);
}

const words = (value: unknown): string => JSON.stringify(value) ?? String(value);
