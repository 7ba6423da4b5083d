import { AppError } from "@/lib/domain/errors";
import { parseJson } from "@/lib/domain/parse-json";
import { Part, type NotReadPart } from "./part";

/** A resource of the file with its place, and what it stands in. */
export type Held = {
  kind: string;
  part: Part;
  path: string;
  fullUrl: string | null;
  /** What could not be read of it. */
  broken: NotReadPart[];
  /** The resource that contains it. */
  owner: Held | null;
  contained: Held[];
};

/** What of the file is no resource. */
export type NotResource = { path: string; kind: string; reason: string };
export type Opened = { held: Held[]; lost: NotResource[]; complete: boolean };

/** Resources within these are resources of the file. */
const MOST_WITHIN = 20;

/**
 * Takes a file apart into its resources: one resource, a Bundle (bundles within it too), a list, Parameters, one resource a line,
 * or a CDS Hooks request. Linear, without recursion. An entry that is broken costs only itself.
 * @throws AppError `bad-json` where it is no JSON, `bad-input` where it holds no resource or is nested without end
 */
export function openFile(text: string): Opened {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trimStart().startsWith("<"))
    throw new AppError("bad-input", "This is XML. Only FHIR as JSON is read here; nothing was changed.");
  const opened: Opened = { held: [], lost: [], complete: true };
  const queue = valuesOf(plain, opened);
  if (queue.length === 0 && opened.lost.length === 0) throw noResource();
  for (let at = 0; at < queue.length; at += 1) {
    const next = queue[at];
    if (next !== undefined) open(next, opened, queue);
  }
  if (opened.held.length === 0 && opened.lost.every(({ kind }) => kind === NO_RESOURCE)) throw noResource();
  return opened;
}

type Waiting = { value: unknown; path: string; fullUrl: string | null; depth: number };
const NO_RESOURCE = "(no resource)";
const noResource = (): AppError =>
  new AppError("bad-input", "This file is JSON, but not FHIR: it holds no resource. Nothing was changed.");

/** One JSON value, the items of a list, or one value a line; a line that is none is named. */
function valuesOf(text: string, opened: Opened): Waiting[] {
  const whole = jsonOrNull(text);
  const waiting = (value: unknown, path: string): Waiting => ({ value, path, fullUrl: null, depth: 0 });
  if (whole !== null)
    return Array.isArray(whole.value)
      ? whole.value.map((value: unknown, index) => waiting(value, `$[${index}]`))
      : [waiting(whole.value, "$")];
  const lines = text.split("\n").map((line) => line.trim());
  const filled = lines.filter((line) => line !== "");
  const values: Waiting[] = [];
  filled.forEach((line, index) => {
    const value = filled.length < 2 ? null : jsonOrNull(line);
    if (value !== null) values.push(waiting(value.value, `$[${index}]`));
    else opened.lost.push({ path: `$[${index}]`, kind: "(line)", reason: "is not valid JSON" });
  });
  if (values.length === 0) throw new AppError("bad-json", "This file is not valid JSON. Nothing was changed.");
  return values;
}

function jsonOrNull(text: string): { value: unknown } | null {
  try {
    return { value: parseJson(text, { anyText: true }) };
  } catch (error) {
    if (error instanceof AppError && error.code === "bad-json") return null;
    throw error;
  }
}

function open({ value, path, fullUrl, depth }: Waiting, opened: Opened, queue: Waiting[]): void {
  const broken: NotReadPart[] = [];
  const part = new Part(value, path, broken);
  const kind = kindOf(part);
  if (kind === null) {
    if (part.has("hook") && part.has("context")) return openRequest(part, opened, queue);
    opened.lost.push({ path, kind: NO_RESOURCE, reason: value === null ? "is null" : "is no resource" });
    return;
  }
  if (kind === "Bundle") return openBundle(part, { opened, queue, depth });
  if (kind === "Parameters") {
    for (const parameter of part.list("parameter")) push(parameter, "resource", { queue, depth, fullUrl: null });
    opened.lost.push(...broken.map((one) => ({ ...one, kind })));
    return;
  }
  const held: Held = { kind, part, path, fullUrl, broken, owner: null, contained: [] };
  held.contained = part.list("contained").flatMap((inner) => {
    const own: NotReadPart[] = [];
    const innerKind = kindOf(inner);
    const innerPart = new Part(inner.value, inner.path, own);
    return innerKind === null
      ? []
      : [{ ...held, kind: innerKind, part: innerPart, path: inner.path, broken: own, owner: held, contained: [] }];
  });
  opened.held.push(held);
}

function kindOf(part: Part): string | null {
  const { value } = part;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const kind: unknown = Object.getOwnPropertyDescriptor(value, "resourceType")?.value;
  return typeof kind === "string" && kind !== "" ? kind : null;
}

type Within = { opened: Opened; queue: Waiting[]; depth: number };

function openBundle(part: Part, { opened, queue, depth }: Within): void {
  const { path } = part;
  if (depth > MOST_WITHIN) {
    opened.lost.push({ path, kind: "Bundle", reason: "stands within too many bundles" });
    return;
  }
  const entries = part.list("entry");
  for (const entry of entries) openEntry(entry, { opened, queue, depth });
  const more = part.list("link").find((link) => link.text("relation") === "next");
  const total = part.number("total");
  const matched = entries.filter((entry) => (entry.part("search")?.text("mode") ?? "match") === "match").length;
  if (more !== undefined || (total !== null && total > matched)) {
    opened.complete = false;
    const of = total === null ? "" : ` (${matched} of ${total})`;
    opened.lost.push({
      path: more?.path ?? `${path}.total`,
      kind: "Bundle",
      reason: `is one page of a longer answer${of}`,
    });
  }
  opened.lost.push(...part.broken.map((one) => ({ ...one, kind: "Bundle" })));
}

function openEntry(entry: Part, { opened, queue, depth }: Within): void {
  if (entry.has("resource")) return push(entry, "resource", { queue, depth, fullUrl: entry.text("fullUrl") });
  if (kindOf(entry) !== null) {
    queue.push({ value: entry.value, path: entry.path, fullUrl: null, depth: depth + 1 });
    return;
  }
  const method = entry.part("request")?.text("method") ?? entry.part("response")?.text("status");
  const outcome = entry.part("response")?.part("outcome") ?? null;
  if (outcome !== null) push(entry.part("response") ?? entry, "outcome", { queue, depth, fullUrl: null });
  const reason = method === null || method === undefined ? "holds no resource" : `holds no resource (${method})`;
  opened.lost.push({ path: entry.path, kind: "(entry)", reason });
}

function push(
  part: Part,
  key: string,
  { queue, depth, fullUrl }: Omit<Waiting, "value" | "path"> & { queue: Waiting[] },
): void {
  const inner = part.part(key);
  if (inner !== null) queue.push({ value: inner.value, path: inner.path, fullUrl, depth: depth + 1 });
}

/** The drafts and the prefetched resources of a CDS Hooks request. */
function openRequest(part: Part, opened: Opened, queue: Waiting[]): void {
  const context = part.part("context");
  for (const key of ["draftOrders", "medications"])
    if (context?.has(key)) push(context, key, { queue, depth: 0, fullUrl: null });
  const prefetch = part.part("prefetch");
  const keys = prefetch === null ? [] : Object.keys(prefetch.value as object);
  for (const key of keys) {
    const answer = prefetch?.has(key) === true ? prefetch.part(key) : null;
    if (prefetch === null || answer === null) continue;
    // Before CDS Hooks 1.0 the answer of the server stood around the resource.
    const isWrapped = kindOf(answer) === null && answer.has("resource");
    push(isWrapped ? answer : prefetch, isWrapped ? "resource" : key, { queue, depth: 0, fullUrl: null });
  }
  opened.lost.push(...part.broken.map((one) => ({ ...one, kind: "CDS Hooks request" })));
}
