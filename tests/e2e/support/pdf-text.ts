import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The words of a PDF, a string for each page, spaces made one. */
export async function pdfPages(bytes: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
  }
  await document.destroy();
  return pages;
}

/** For comparing words that a line break may have parted. */
export function letters(text: string): string {
  return text.replace(/\s+/g, "").toLowerCase();
}
