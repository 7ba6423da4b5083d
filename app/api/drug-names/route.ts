import { z } from "zod";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { jsonHandler } from "@/app/_http/json-handler";
import { classNameOf } from "@/app/_view-models/review/class-name";
import { formatCandidate } from "@/app/_view-models/review/medication-words";
import { lookAlikeConfirmation } from "@/app/_view-models/entry/question-view";
import { findDrugNames } from "@/lib/terminology/find-drug-names";

const SHOWN = 10;

/** Names that begin with the words, then names that are near to them; look-alikes are listed beside each other. */
export const POST = jsonHandler("entry.read", z.object({ words: z.string().min(3).max(200) }), ({ body }) => {
  const knowledge = loadKnowledge();
  const found = findDrugNames(body.words, SHOWN);
  return Promise.resolve({
    names: found.map((entry) => ({
      id: entry.name,
      name: entry.name,
      label: formatCandidate(entry.name, entry.ingredients, null),
      detail: classNameOf(knowledge, entry.ingredients),
      confirm: lookAlikeConfirmation(entry, found, knowledge),
    })),
  });
});
