/** Characters that steer the direction of text or cannot be seen: they could make a printed name read as another. */
export const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;

/** A code point as it is written out: `U+202E`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Text in which what cannot be seen is written out in square brackets, so that nothing hides and nothing vanishes. Line breaks and tabs become spaces. */
export function visibleText(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, " ");
  if (!INVISIBLE.test(flat)) return flat;
  return flat.replace(
    new RegExp(`(?:${INVISIBLE.source})+`, "gu"),
    (run) => `[${[...run].map((character) => codePointName(character.codePointAt(0) ?? 0)).join(" ")}]`,
  );
}
