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

function openFont(): Font {
  if (opened === null) {
    const font = openSync(FONT_FILES.normal);
    if (font.type !== "TTF") throw new Error("The report's font is not a single TrueType font.");
    opened = font;
  }
  return opened;
}

const name = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

/** Characters that steer the direction of text or are invisible: they could make a printed name read as another. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** Width of a word in points at a font size, by the font's own advances. */
function widthOf(word: string, fontSize: number): number {
  const font = openFont();
  return [...word].reduce((width, character) => width + font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth, 0) * (fontSize / font.unitsPerEm);
}

/** A word in pieces that are each no wider than so many points. */
function cut(word: string, room: number, fontSize: number): string {
  const pieces = [""];
  for (const character of word) {
    const piece = pieces.at(-1) ?? "";
    if (piece !== "" && widthOf(piece + character, fontSize) > room) pieces.push(character);
    else pieces[pieces.length - 1] = piece + character;
  }
  return pieces.join(" ");
}

/** How much room a word has, in points, and the size in which it is set. */
export interface WordRoom {
  points: number;
  fontSize: number;
}

/** A line of the report's body; bold letters are a little wider than those measured. */
const BODY: WordRoom = { points: 400, fontSize: 10 };

/**
 * Text as the PDF can print it. What its font has no letter for (other scripts, emoji) and what is invisible is written out as
 * its code points in square brackets, so that nothing vanishes and nothing is shown as something else.
 * A word that is wider than its room gets places to break, so that it stays inside the margins or the column.
 */
export function printableText(text: string, room: WordRoom = BODY): string {
  let result = "";
  let missing: string[] = [];
  const flush = (): void => {
    if (missing.length > 0) result += `[${missing.join(" ")}]`;
    missing = [];
  };
  for (const character of text.replace(/[\t\r\n]+/g, " ")) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (INVISIBLE.test(character) || !openFont().hasGlyphForCodePoint(codePoint)) missing.push(name(codePoint));
    else {
      flush();
      result += character;
    }
  }
  flush();
  return result.split(" ").map((word) => (word.length > 12 && widthOf(word, room.fontSize) > room.points ? cut(word, room.points, room.fontSize) : word)).join(" ");
}
