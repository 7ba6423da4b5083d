import { AppError } from "@/lib/domain/errors";
import { requireSession } from "@/lib/auth/current-session";
import { signedReviewFile } from "@/lib/report/signed/signed-review";
import { getReview } from "@/lib/store/reviews/reviews";
import { signedDocument } from "@/lib/store/reviews/signing";
import { fileResponse } from "@/app/_http/file-response";
import { referenceOf } from "@/app/_http/reference";
import { errorResponse } from "@/app/_http/responses";

/** The signed review as JSON with its digest (docs/schema/signed-review.schema.json); what `verify` reads. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  try {
    const session = await requireSession();
    const reference = referenceOf(await params);
    const signed = await signedDocument(session.scope, reference);
    if (signed === null) throw (await getReview(session.scope, reference)) === null ? new AppError("not-found") : new AppError("conflict", "This review is a draft. The signed document exists after signing.");
    return fileResponse(signedReviewFile(signed), { type: "application/json; charset=utf-8", name: `${reference}.json`, inline: false });
  } catch (error) {
    return errorResponse(error);
  }
}
