import path from "node:path";
import { openSync, type Font } from "fontkit";
import { codePointName as name, INVISIBLE } from "@/lib/report/text/visible-text";

/** The fonts that the PDF embeds: IBM Plex Sans, the same family as the page (OFL). */
export const FONT_FILES = {
  normal: fontFile("400Regular/IBMPlexSans_400Regular.ttf"),
  bold: fontFile("600SemiBold/IBMPlexSans_600SemiBold.ttf"),
} as const;

function fontFile(name: string): string {
  return path.join(process.cwd(), "node_modules/@expo-google-fonts/ibm-plex-sans", name);
}

type Weight = keyof typeof FONT_FILES;

const opened: Partial<Record<Weight, Font>> = {};

function openFont(weight: Weight = "normal"): Font {
  const known = opened[weight];
  if (known !== undefined) return known;
  const font = openSync(FONT_FILES[weight]);
  if (font.type !== "TTF") throw new Error("The report's font is not a single TrueType font.");
  opened[weight] = font;
  return font;
}

/** Advance of a letter as a fraction of the font size; null where the font has no letter for it. Asked again for the same letters, so kept. */
const advances: Record<Weight, Map<number, number | null>> = { normal: new Map(), bold: new Map() };

function advanceOf(codePoint: number, weight: Weight): number | null {
  const known = advances[weight].get(codePoint);
  if (known !== undefined) return known;
  const font = openFont(weight);
  const advance = font.hasGlyphForCodePoint(codePoint)
    ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
    : null;
  advances[weight].set(codePoint, advance);
  return advance;
}

/** Width of a text in points at a font size, by the font's own advances, without kerning. */
export function widthOf(text: string, fontSize: number, weight: Weight = "normal"): number {
  let width = 0;
  for (const character of text) width += advanceOf(character.codePointAt(0) ?? 0, weight) ?? 0;
  return width * fontSize;
}

/** A word in pieces that are each no wider than so many points. */
function cut(word: string, room: number, fontSize: number): string {
  const pieces: string[] = [];
  let piece = "";
  let width = 0;
  for (const character of word) {
    const advance = widthOf(character, fontSize, "bold");
    if (piece !== "" && width + advance > room) {
      pieces.push(piece);
      piece = "";
      width = 0;
    }
    piece += character;
    width += advance;
  }
  return [...pieces, piece].join(" ");
}

/** How much room a word has, in points, and the size in which it is set. */
export interface WordRoom {
  points: number;
  fontSize: number;
}

/** A line of the report's body. Words are measured in bold, which is the wider. */
const BODY: WordRoom = { points: 400, fontSize: 10 };

/**
 * Text as the PDF can print it. What its font has no letter for (other scripts, emoji) and what is invisible is written out as
 * its code points in square brackets, so that nothing vanishes and nothing is shown as something else.
 * A word that is wider than its room gets places to break, so that it stays inside the margins or the column.
 */
export function printableText(text: string, room: WordRoom = BODY): string {
  if (PLAIN.test(text)) return broken(text, room);
  let result = "";
  let missing: string[] = [];
  const flush = (): void => {
    if (missing.length > 0) result += `[${missing.join(" ")}]`;
    missing = [];
  };
  for (const character of text.replace(/[\t\r\n]+/g, " ")) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (INVISIBLE.test(character) || advanceOf(codePoint, "normal") === null) missing.push(name(codePoint));
    else {
      flush();
      result += character;
    }
  }
  flush();
  return broken(result, room);
}

/** Letters that the font certainly has. */
const PLAIN = /^[ -~]*$/;

/** No column of a report is so narrow that a shorter word would not fit. */
const SHORTEST_TO_MEASURE = 12;

function broken(text: string, room: WordRoom): string {
  if (text.length <= SHORTEST_TO_MEASURE) return text;
  return text
    .split(" ")
    .map((word) =>
      word.length > SHORTEST_TO_MEASURE && widthOf(word, room.fontSize, "bold") > room.points
        ? cut(word, room.points, room.fontSize)
        : word,
    )
    .join(" ");
}

/** How many lines a text takes in a column, breaking at spaces as the PDF does; at least one. */
export function linesOf(text: string, room: WordRoom, weight: Weight = "normal"): number {
  const space = widthOf(" ", room.fontSize, weight);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/ +/)) {
    const width = widthOf(word, room.fontSize, weight);
    if (used > 0 && used + space + width > room.points) {
      lines += 1;
      used = width;
    } else used += (used > 0 ? space : 0) + width;
  }
  return lines;
}
