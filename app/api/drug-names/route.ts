import { z } from "zod";
import { loadKnowledge } from "@/lib/knowledge/load";
import { drugNames, type DrugNameEntry } from "@/lib/terminology/drug-names";
import { nameKey } from "@/lib/terminology/name-key";
import { nearNames } from "@/lib/terminology/near-names";
import { jsonHandler } from "@/app/api/_http/json-handler";
import { classNameOf } from "@/app/(clinic)/reviews/_views/class-name";
import { candidateWords } from "@/app/(clinic)/reviews/_views/medication-words";
import { lookAlikeConfirmation } from "@/app/(clinic)/reviews/_views/question-view";

const SHOWN = 10;

/** Names that begin with the words, then names that are near to them; look-alikes are listed beside each other. */
export const POST = jsonHandler(z.object({ words: z.string().min(3).max(200) }), ({ body }) => {
  const knowledge = loadKnowledge();
  const near = nearNames(body.words, { limit: SHOWN }).map((one) => one.entry);
  const found = distinct([...beginningWith(nameKey(body.words)), ...near]).slice(0, SHOWN);
  return Promise.resolve({
    names: found.map((entry) => ({
      id: entry.name,
      name: entry.name,
      label: candidateWords(entry.name, entry.ingredients, null),
      detail: classNameOf(knowledge, entry.ingredients),
      confirm: lookAlikeConfirmation(entry, found, knowledge),
    })),
  });
});

/** Shortest first: “hydroxyzine” before its products. */
function beginningWith(key: string): DrugNameEntry[] {
  const entries: DrugNameEntry[] = [];
  for (const [nameOfKey, [first]] of drugNames().entries()) {
    if (first !== undefined && key !== "" && nameOfKey.startsWith(key)) entries.push(first);
  }
  return entries.sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1)).slice(0, SHOWN);
}

function distinct(entries: readonly DrugNameEntry[]): DrugNameEntry[] {
  return entries.filter((entry, index) => entries.findIndex((other) => nameKey(other.name) === nameKey(entry.name)) === index);
}
