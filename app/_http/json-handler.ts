import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { requireSession, type CurrentSession } from "@/lib/auth/current-session";
import { errorResponse, jsonResponse } from "./responses";

type Params = Record<string, string>;
type RouteContext = { params: Promise<Params> };

/** What a handler works with: the parsed body, who asks, and the parts of the address. */
export type Asked<Body> = { body: Body; session: CurrentSession; params: Params };

/** More than the largest list with everything around it; what is longer is refused before it is parsed. */
const MAX_BODY_BYTES = 4_000_000;

/**
 * A handler that takes and gives JSON. Each call checks where the request comes from and who is signed in before it looks
 * at the body; every failure is one of the closed error codes, and no answer may be kept by a cache.
 */
export function jsonHandler<Schema extends z.ZodType>(
  schema: Schema,
  work: (asked: Asked<z.output<Schema>>) => Promise<unknown>,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    try {
      const session = await requireSession(request);
      const body = await parsedBody(request, schema);
      return jsonResponse(await work({ body, session, params: await context.params }));
    } catch (error) {
      return errorResponse(error);
    }
  };
}

/** The body of a request as the schema has it; throws `bad-json`, `bad-input` or `too-large`. */
export async function parsedBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw new AppError("too-large");
  const text = await request.text();
  if (text.length > MAX_BODY_BYTES) throw new AppError("too-large");
  const parsed = schema.safeParse(asJson(text));
  if (parsed.success) return parsed.data;
  throw new AppError("bad-input", problemWords(parsed.error));
}

function asJson(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new AppError("bad-json");
  }
}

/** Names the field and what is wrong with it; never repeats what was entered. */
function problemWords(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`))
    .join(" ");
}
