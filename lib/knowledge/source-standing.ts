import type { Source } from "./schema";

/** Host of a source's address, or null where it has none. */
export function hostOf(source: Source): string | null {
  return source.url !== undefined && URL.canParse(source.url) ? new URL(source.url).hostname : null;
}

/** Whether a paper is named so that anyone finds it again. */
export function hasIdentifier(source: Source): boolean {
  return source.pmid !== undefined || source.doi !== undefined;
}
