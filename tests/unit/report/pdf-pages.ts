import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A run of text at its place; y counts from the foot of the page, in points. */
export interface Placed {
  text: string;
  x: number;
  right: number;
  y: number;
  top: number;
  size: number;
}
export interface PdfPage {
  width: number;
  height: number;
  items: Placed[];
  text: string;
}

/** The pages of a PDF, read back. */
export async function pagesOf(pdf: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const items = (await page.getTextContent()).items.flatMap((item): Placed[] => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [x, y]: [number, number] = [item.transform[4], item.transform[5]];
      return [{ text: item.str, x, right: x + item.width, y, top: y + item.height * 0.72, size: item.height }];
    });
    pages.push({
      width,
      height,
      items,
      text: items
        .map((item) => item.text)
        .join(" ")
        .replace(/\s+/g, " "),
    });
  }
  return pages;
}

/** Runs that stand on each other: their boxes share more than a hair in both directions. */
export function overlaps(page: PdfPage): string[] {
  const found: string[] = [];
  const items = [...page.items].sort((a, b) => b.y - a.y);
  for (const [index, one] of items.entries()) {
    for (let next = index + 1; next < items.length; next += 1) {
      const other = items[next];
      if (other === undefined || other.top < one.y - 1) break;
      const across = Math.min(one.right, other.right) - Math.max(one.x, other.x);
      const down = Math.min(one.top, other.top) - Math.max(one.y, other.y);
      if (across > 1 && down > 1.5) found.push(`“${one.text}” on “${other.text}”`);
    }
  }
  return found;
}
