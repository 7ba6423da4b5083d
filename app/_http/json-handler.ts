import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { LIMITS } from "@/lib/domain/limits";
import { parseJson, type ParseJsonOptions } from "@/lib/domain/parse-json";
import { requireSession, type CurrentSession } from "@/lib/auth/current-session";
import type { Permission } from "@/lib/auth/permissions";
import { refusedResponse, jsonResponse } from "./responses";

type Params = Record<string, string>;
/** Next gives undefined for an address without parts. */
type RouteContext = { params: Promise<Params | undefined> };

/** What a handler works with: the parsed body, who asks, and the parts of the address. */
export type RequestContext<Body> = { body: Body; session: CurrentSession; params: Params };

/**
 * A handler that takes and gives JSON. Each call checks where the request comes from, who is signed in and whether that
 * account may do it before it looks at the body; every failure is one of the closed error codes, and no answer may be kept
 * by a cache.
 */
export function jsonHandler<Schema extends z.ZodType>(
  permission: Permission,
  schema: Schema,
  work: (asked: RequestContext<z.output<Schema>>) => Promise<unknown>,
  options: ParseJsonOptions = {},
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    let session: CurrentSession | null = null;
    try {
      session = await requireSession(permission, request);
      const body = await parsedBody(request, schema, options);
      return jsonResponse(await work({ body, session, params: (await context.params) ?? {} }));
    } catch (error) {
      return refusedResponse(error, session, await context.params);
    }
  };
}

/** The body of a request as the schema has it; throws `bad-json`, `bad-input` or `too-large`. */
export async function parsedBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  options: ParseJsonOptions = {},
): Promise<z.output<Schema>> {
  const text = await bodyText(request);
  const parsed = schema.safeParse(text === "" ? {} : parseJson(text, options));
  if (parsed.success) return parsed.data;
  throw new AppError("bad-input", describeProblem(parsed.error));
}

/** The text of a body, counted while it comes in: more than the limit is refused before it is held, whatever its header says. */
async function bodyText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > LIMITS.bodyBytes) throw new AppError("too-large");
  const reader = request.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > LIMITS.bodyBytes) {
      await reader.cancel().catch(() => undefined);
      throw new AppError("too-large");
    }
    parts.push(decoder.decode(chunk.value, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}

/** Names the field and what is wrong with it; never repeats what was entered. */
function describeProblem(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`))
    .join(" ");
}
