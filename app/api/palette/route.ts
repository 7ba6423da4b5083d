import { z } from "zod";
import { displayInstant } from "@/lib/domain/display-date";
import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { Knowledge } from "@/lib/knowledge/schema";
import { listReviews } from "@/lib/store/worklist/worklist";
import { WorklistQuery } from "@/lib/store/worklist/worklist-query";
import type { CurrentSession } from "@/lib/auth/current-session";
import { jsonHandler } from "@/app/_http/json-handler";
import type { PaletteAnswer, PaletteHit } from "@/app/_shell/palette/palette-hit";
import { classNameOf } from "@/app/_view-models/review/class-name";
import { formatCandidate } from "@/app/_view-models/review/medication-words";
import { classHref } from "@/app/_view-models/knowledge-href";
import { searchKnowledge } from "@/app/_view-models/knowledge-search/search-knowledge";
import { findDrugNames } from "@/lib/terminology/find-drug-names";

const SHOWN = 5;
const SHORTEST_DRUG = 3;

/** What the palette finds for a few words: reviews of the caller's organisation, drugs, pages of the knowledge base. */
export const POST = jsonHandler(
  "entry.read",
  z.object({ words: z.string().trim().min(1).max(200) }),
  async ({ body, session }): Promise<PaletteAnswer> => {
    const knowledge = loadKnowledge();
    return {
      reviews: await reviewsFor(session, body.words),
      drugs: drugsFor(knowledge, body.words),
      pages: pagesFor(knowledge, body.words),
    };
  },
);

async function reviewsFor({ scope, organisation }: CurrentSession, search: string): Promise<PaletteHit[]> {
  const { rows } = await listReviews(scope, WorklistQuery.parse({ view: "all", search, pageSize: SHOWN }));
  return rows.map((row) => ({
    id: row.reference,
    label: [[row.reference, row.localReference].filter(Boolean).join(" · ")],
    href: `/reviews/${row.reference}`,
    detail: [
      row.birthYear,
      row.highestPriority && PRIORITY_WORDS[row.highestPriority],
      row.status,
      displayInstant(row.updatedAt, organisation.timeZone),
    ]
      .filter(Boolean)
      .join(" · "),
  }));
}

/** Leads to the class that the drug belongs to, or to what the knowledge base has on it. */
function drugsFor(knowledge: Knowledge, words: string): PaletteHit[] {
  if (words.length < SHORTEST_DRUG) return [];
  return findDrugNames(words, SHOWN).map(({ name, ingredients }) => {
    const names = new Set(ingredients.map((ingredient) => ingredient.name));
    const drugClass = knowledge.classes.find((one) => one.members.some((member) => names.has(member.name)));
    const href = drugClass === undefined ? `/knowledge?q=${encodeURIComponent(name)}` : classHref(drugClass.id);
    return {
      id: name,
      label: formatCandidate(name, ingredients, null),
      detail: classNameOf(knowledge, ingredients) ?? "not filed under a class",
      href,
    };
  });
}

function pagesFor(knowledge: Knowledge, words: string): PaletteHit[] {
  return searchKnowledge(knowledge, words)
    .hits.slice(0, SHOWN)
    .map(({ href, title, note }) => ({ id: href, label: [title], detail: note === "" ? null : note, href }));
}
