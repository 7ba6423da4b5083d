/** What a file turned out to be: words for the list, a FHIR file, or something that is not taken, with why. */
export type FileText =
  { kind: "text"; text: string } | { kind: "fhir"; text: string } | { kind: "refused"; message: string };

/** As much as one request of ours takes; no list or record of one patient comes near it. */
export const MAX_FILE_BYTES = 3_500_000;

/** The first bytes of what people try to import and cannot. */
const SIGNATURES: readonly { bytes: readonly number[]; what: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: "a PDF" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "a Word, Excel or zip file" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Word or Excel file" },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: "formatted text (RTF)" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a picture" },
  { bytes: [0xff, 0xd8, 0xff], what: "a picture" },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: "a picture" },
  { bytes: [0x1f, 0x8b], what: "a compressed file" },
];

const notText = (what: string | null) =>
  `This file is not text${what === null ? "" : ` (it looks like ${what})`}. Nothing was changed. Paste the words instead.`;

/**
 * Reads a file as text: UTF-8, UTF-16 with its mark, or Windows Latin where it is neither. A table (.csv, .tsv) becomes lines
 * with its cells parted by tabs; JSON is a FHIR file. Nothing that is not text is taken.
 */
export function fileText(bytes: Uint8Array, name: string): FileText {
  if (bytes.length > MAX_FILE_BYTES)
    return {
      kind: "refused",
      message: "This file is larger than 3.5 MB. Nothing was changed. Paste the part that belongs to this patient.",
    };
  const known = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return { kind: "refused", message: notText(known.what) };
  const text = decoded(bytes);
  if (text === null) return { kind: "refused", message: notText(null) };
  if (text.trim() === "") return { kind: "refused", message: "This file is empty. Nothing was changed." };
  if (/\.(json|ndjson)$/i.test(name) || /^\s*(\{\s*"|\[\s*\{)/.test(text)) return { kind: "fhir", text };
  const lines = text.replace(/\r\n?/g, "\n");
  return { kind: "text", text: /\.csv$/i.test(name) ? tabbed(lines) : lines };
}

/** Null where it holds what no text holds. */
function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d))
    return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Rows of a comma or semicolon table as lines with tabs; quoted cells lose their quotes, and their line breaks become spaces. */
function tabbed(text: string): string {
  const delimiter = count(text, ";") > count(text, ",") ? ";" : ",";
  let quoted = false;
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"' && quoted && text.charAt(at + 1) === '"') {
      out += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) out += "\t";
    else if (letter === "\n" && quoted) out += " ";
    else out += letter;
  }
  // A quotation mark that never closes is no quoting: the file is then taken as it is.
  return quoted ? text : out;
}

function count(text: string, letter: string): number {
  return text.split("\n", 1)[0]?.split(letter).length ?? 0;
}
