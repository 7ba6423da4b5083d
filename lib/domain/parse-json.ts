import { AppError } from "./errors";

/** No case, resource or report is nested deeper; what is would exhaust the stack of whatever walks it. */
const MOST_DEPTH = 100;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
/** A NUL, or half of a character: neither is text, and no column of a database keeps either. */
const NO_TEXT = /[\0\p{Surrogate}]/u;

/** `anyText`: what somebody pasted may hold any character; it is read and kept as it is (the store writes it so that it can). */
export interface ParseJsonOptions {
  anyText?: boolean;
}

/**
 * JSON from outside as a value that is safe to walk and to store.
 * @throws AppError `bad-json` where it is no JSON; `bad-input` where it is nested too deeply or holds what is no text
 */
export function parseJson(text: string, { anyText = false }: ParseJsonOptions = {}): unknown {
  if (isTooDeep(text))
    throw new AppError("bad-input", `This JSON is nested deeper than ${MOST_DEPTH} levels. Nothing was changed.`);
  const value = parsed(text);
  if (!anyText && holdsNoText(value))
    throw new AppError(
      "bad-input",
      "The text holds a character that cannot be stored (NUL, or half of one). Remove it and try again; nothing was changed.",
    );
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("bad-json");
  }
}

/** Counts brackets outside of strings, without parsing. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inString) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) inString = false;
    } else if (sign === QUOTE) inString = true;
    else if (OPENING.has(sign)) {
      depth += 1;
      if (depth > MOST_DEPTH) return true;
    } else if (CLOSING.has(sign)) depth -= 1;
  }
  return false;
}

/** Walks keys and values with a list of its own, not by calls. */
function holdsNoText(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string" && NO_TEXT.test(next)) return true;
    if (typeof next !== "object" || next === null) continue;
    for (const [key, inner] of Object.entries(next)) {
      if (NO_TEXT.test(key)) return true;
      open.push(inner);
    }
  }
  return false;
}
