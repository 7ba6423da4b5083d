import type { CurrentSession } from "@/lib/auth/current-session";
import { recordRefusal } from "@/lib/clinic/access-record";
import { AppError, ERROR_CODES } from "@/lib/domain/errors";
import { ConflictError, SignedError } from "@/lib/store/reviews/review-record";

const HEADERS = { "Cache-Control": "no-store" };

export function jsonResponse(body: unknown): Response {
  return Response.json(body ?? {}, { headers: HEADERS });
}

/** One of the closed error codes with its sentence; what is not foreseen is logged by name only and answered as `internal`. */
export function errorResponse(error: unknown): Response {
  if (error instanceof ConflictError) {
    return answer(error, { current: currentOf(error) });
  }
  if (error instanceof SignedError) return answer(error, { signed: error.signed });
  if (error instanceof AppError) return answer(error, {});
  console.error(
    "handler failed:",
    error instanceof Error ? `${error.name} ${error.stack?.split("\n")[1]?.trim() ?? ""}` : "unknown",
  );
  return answer(new AppError("internal"), {});
}

/** As `errorResponse`; that somebody signed in asked for a review that is not there goes on record first. */
export async function refusedResponse(
  error: unknown,
  session: CurrentSession | null,
  // Next gives undefined for an address without parts.
  params: Readonly<Record<string, string>> | undefined,
): Promise<Response> {
  const reference = params?.reference ?? "";
  if (session === null || !(error instanceof AppError) || error.code !== "not-found") return errorResponse(error);
  try {
    await recordRefusal(session.scope, reference);
  } catch (failure) {
    return errorResponse(failure);
  }
  return errorResponse(error);
}

function answer(error: AppError, further: Record<string, unknown>): Response {
  // The sentence of our own side's failures is fixed: their messages are for the log.
  const message = error.status >= 500 ? ERROR_CODES[error.code].sentence : error.message;
  return Response.json(
    { error: { code: error.code, message }, ...further },
    { status: error.status, headers: HEADERS },
  );
}

/** What stands now, so that the page can show both versions. */
function currentOf({ current, changedBy }: ConflictError) {
  const { reference, version, input, localReference, status, updatedAt } = current;
  return { reference, version, input, localReference, status, changedBy, changedAt: updatedAt };
}
