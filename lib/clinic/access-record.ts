import { record } from "@/lib/store/audit";
import { parseReference } from "@/lib/store/reviews/reference";
import { getReview } from "@/lib/store/reviews/reviews";
import type { Scope } from "@/lib/store/scope";

/**
 * Who opened, downloaded or asked in vain for which review, and from where. Written before anything is given: what cannot be
 * recorded is not shown. Each opening is one event, also that of a page that draws itself anew.
 */

/** @param page which of a review's pages: the review itself, `edit`, `sign`, `rerun` */
export async function recordOpening(scope: Scope, reference: string, page: string): Promise<void> {
  await record(scope, { action: "review.view", subject: reference, detail: { page } });
}

/** @param detail what was downloaded: its kind, the report's variant */
export async function recordDownload(
  scope: Scope,
  reference: string,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  await record(scope, { action: "review.export", subject: reference, detail });
}

/**
 * Records that somebody asked for a review that their organisation does not have. Whether another one has it is not looked
 * at and stands nowhere. What is no reference is none, and is not recorded.
 */
export async function recordRefusal(scope: Scope, reference: string): Promise<void> {
  if (parseReference(reference) === null || (await getReview(scope, reference)) !== null) return;
  await record(scope, {
    action: "access.denied",
    subject: reference.toUpperCase(),
    detail: { permission: "review.open" },
  });
}
