import type { CaseInput } from "@/lib/domain/case";
import { AppError } from "@/lib/domain/errors";
import { recordIn } from "@/lib/store/audit";
import { transaction } from "@/lib/store/database";
import { formatReference } from "./reference";
import type { DraftContent, ReviewRecord } from "./review-record";
import { existing, findRecord, lockRecord, readRecord } from "./review-row";
import { insertDraft } from "./reviews";
import type { Scope } from "@/lib/store/scope";

/** Asked again at every follow-up, because the answer of the last visit says nothing of today. */
const ASKED_AGAIN = ["symptoms", "symptomText", "pregnant", "gestationWeeks", "asOf"] as const;

/**
 * What a follow-up begins with: the lists, the results and the history as they were entered. How many cramps a week, the
 * symptoms and a pregnancy are left out, so that an old answer is never read as today's.
 */
export function followUpInput(input: CaseInput): CaseInput {
  const { cramps, ...context } = input.context ?? {};
  const kept = Object.fromEntries(
    Object.entries(context).filter(([field]) => !ASKED_AGAIN.some((asked) => asked === field)),
  );
  return {
    ...input,
    context: {
      ...kept,
      ...(isFields(cramps)
        ? {
            cramps: Object.fromEntries(
              Object.entries(cramps).filter(([field]) => field !== "perWeek" && field !== "diary"),
            ),
          }
        : {}),
    },
  };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Opens the follow-up of a signed review as a draft; the signed one stays as it is, and its follow-up is no longer due.
 * Called again, it returns the draft that is already open.
 * @param contentOf makes the content of the draft from what was entered before
 */
export async function startFollowUp(
  scope: Scope,
  reference: string,
  contentOf: (input: CaseInput) => DraftContent | Promise<DraftContent>,
): Promise<ReviewRecord> {
  return transaction(scope, async (tx) => {
    const base = await lockRecord(tx, scope, reference);
    if (base.signedAt === null)
      throw new AppError("conflict", "This review is not signed yet. Sign it, then follow it up.");
    if (base.supersededBy !== null)
      throw new AppError("conflict", `There is a newer version, ${base.supersededBy}. Follow that one up.`);
    const open = await tx.review.findFirst({
      where: { followUpOfId: base.id, status: { not: "superseded" } },
      orderBy: { number: "desc" },
      select: { number: true, signedAt: true },
    });
    if (open !== null && open.signedAt !== null)
      throw new AppError(
        "conflict",
        `This review was followed up by ${formatReference(open.number)}. Follow that one up.`,
      );
    if (open !== null) return existing(await findRecord(tx, scope, open.number));
    const draft = await insertDraft(tx, scope, {
      ...(await contentOf(followUpInput(base.input))),
      localReference: base.localReference,
      isExample: base.isExample,
      followUpOfId: base.id,
    });
    await tx.review.update({ where: { id: base.id }, data: { followUpDue: null } });
    await recordIn(tx, scope, {
      action: "review.start-follow-up",
      subject: draft.reference,
      detail: { of: base.reference },
    });
    return draft;
  });
}

/** More than a lifetime of visits; stops a chain that a damaged database has closed to a ring. */
const LONGEST_CHAIN = 100;

/** The reviews that a review follows up, the first one first; empty where it follows none. */
export async function earlierReviews(
  scope: Scope,
  record: Pick<ReviewRecord, "reference" | "followUpOf">,
): Promise<ReviewRecord[]> {
  const earlier: ReviewRecord[] = [];
  let reference = record.followUpOf;
  while (reference !== null && earlier.length < LONGEST_CHAIN) {
    const found = await readRecord(scope, reference);
    if (found === null) break;
    earlier.unshift(found);
    reference = found.followUpOf;
  }
  return earlier;
}
