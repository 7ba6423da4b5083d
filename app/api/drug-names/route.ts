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
  const index = drugNames();
  const keys: string[] = [];
  for (const nameOfKey of index.keys()) {
    if (key !== "" && nameOfKey.startsWith(key)) keys.push(nameOfKey);
  }
  keys.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return keys.slice(0, SHOWN).flatMap((nameOfKey) => index.lookup(nameOfKey).slice(0, 1));
}

function distinct(entries: readonly DrugNameEntry[]): DrugNameEntry[] {
  return entries.filter((entry, index) => entries.findIndex((other) => nameKey(other.name) === nameKey(entry.name)) === index);
}
