import path from "node:path";
import { openSync, type Font } from "fontkit";

/** The fonts that the PDF embeds: IBM Plex Sans, the same family as the page (OFL). */
export const FONT_FILES = {
  normal: fontFile("400Regular/IBMPlexSans_400Regular.ttf"),
  bold: fontFile("600SemiBold/IBMPlexSans_600SemiBold.ttf"),
} as const;

function fontFile(name: string): string {
  return path.join(process.cwd(), "node_modules/@expo-google-fonts/ibm-plex-sans", name);
}

let opened: Font | null = null;

function hasGlyph(codePoint: number): boolean {
  if (opened === null) {
    const font = openSync(FONT_FILES.normal);
    if (font.type !== "TTF") throw new Error("The report's font is not a single TrueType font.");
    opened = font;
  }
  return opened.hasGlyphForCodePoint(codePoint);
}

const name = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

/** Characters that steer the direction of text or are invisible: they could make a printed name read as another. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/**
 * Text as the PDF can print it. What its font has no letter for (other scripts, emoji) and what is invisible is written out as
 * its code points in square brackets, so that nothing vanishes and nothing is shown as something else.
 * Very long words get places to break, so that they stay inside the margins.
 */
export function printableText(text: string): string {
  let result = "";
  let missing: string[] = [];
  const flush = (): void => {
    if (missing.length > 0) result += `[${missing.join(" ")}]`;
    missing = [];
  };
  for (const character of text.replace(/[\t\r\n]+/g, " ")) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (INVISIBLE.test(character) || !hasGlyph(codePoint)) missing.push(name(codePoint));
    else {
      flush();
      result += character;
    }
  }
  flush();
  return result.replace(/\S{60,}/g, (word) => word.match(/.{1,50}/gu)?.join(" ") ?? word);
}
