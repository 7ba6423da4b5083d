import { describe, expect, it } from "vitest";
import { fileText, MAX_FILE_BYTES } from "@/app/(clinic)/reviews/_entry/_import/file-text";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: string | Uint8Array, name = "list.txt") =>
  fileText(typeof content === "string" ? bytes(content) : content, name);

describe("a file as text", () => {
  it("keeps every letter; only line ends are made one kind", () => {
    expect(text("Furosemide 40 mg\r\nDigoxin µg\rEnd\n")).toEqual({
      kind: "text",
      text: "Furosemide 40 mg\nDigoxin µg\nEnd\n",
    });
  });

  it("reads UTF-8 with its mark, UTF-16 of both orders, and Windows Latin", () => {
    expect(text("\uFEFFDigoxin")).toEqual({ kind: "text", text: "Digoxin" });
    expect(text(new Uint8Array([0xff, 0xfe, 0x44, 0, 0xb5, 0]))).toEqual({ kind: "text", text: "Dµ" });
    expect(text(new Uint8Array([0xfe, 0xff, 0, 0x44, 0, 0xb5]))).toEqual({ kind: "text", text: "Dµ" });
    expect(text(new Uint8Array([0x44, 0xb5]))).toEqual({ kind: "text", text: "Dµ" });
  });

  it.each([
    [[0x25, 0x50, 0x44, 0x46, 0x2d], "a PDF"],
    [[0x50, 0x4b, 3, 4], "a Word, Excel or zip file"],
    [[0xd0, 0xcf, 0x11, 0xe0], "an old Word or Excel file"],
    [[0x89, 0x50, 0x4e, 0x47], "a picture"],
    [[0xff, 0xd8, 0xff, 0xe0], "a picture"],
    [[0x1f, 0x8b, 8], "a compressed file"],
  ])("refuses %j and names it", (start, what) => {
    expect(text(new Uint8Array(start))).toEqual({
      kind: "refused",
      message: `This file is not text (it looks like ${what}). Nothing was changed. Paste the words instead.`,
    });
  });

  it("refuses formatted text, what holds control bytes, what is empty and what is too large", () => {
    expect(text("{\\rtf1 Digoxin}")).toMatchObject({ kind: "refused", message: expect.stringContaining("RTF") });
    expect(text(new Uint8Array([65, 0, 66]))).toEqual({
      kind: "refused",
      message: "This file is not text. Nothing was changed. Paste the words instead.",
    });
    expect(text(" \n\t")).toEqual({ kind: "refused", message: "This file is empty. Nothing was changed." });
    expect(text(new Uint8Array(MAX_FILE_BYTES + 1).fill(65))).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("larger than"),
    });
    expect(text(new Uint8Array(MAX_FILE_BYTES).fill(65)).kind).toBe("text");
  });

  it("takes JSON for FHIR, by name or by how it begins", () => {
    expect(text("{}", "a.json").kind).toBe("fhir");
    expect(text('{"resourceType":"Bundle"}', "export").kind).toBe("fhir");
    expect(text('[{"resourceType":"Patient"}]', "export").kind).toBe("fhir");
    expect(text("[x] Digoxin", "list").kind).toBe("text");
  });
});

describe("a table", () => {
  const table = (content: string) => {
    const read = text(content, "t.csv");
    return read.kind === "text" ? read.text : read;
  };

  it("parts its cells by tabs, whichever mark the file uses", () => {
    expect(table("Furosemide,40 mg,daily\nDigoxin,125 mcg,od\n")).toBe(
      "Furosemide\t40 mg\tdaily\nDigoxin\t125 mcg\tod\n",
    );
    expect(table("Furosemid;0,5 mg;täglich")).toBe("Furosemid\t0,5 mg\ttäglich");
  });

  it("keeps marks, doubled quotes and line breaks inside a quoted cell together", () => {
    expect(table('"Furosemide","40 mg, oral","say ""ah""","two\nlines"')).toBe(
      'Furosemide\t40 mg, oral\tsay "ah"\ttwo lines',
    );
  });

  it("takes the file as it is where a quotation mark never closes", () => {
    expect(table('Furosemide 5",daily\nDigoxin,od')).toBe('Furosemide 5",daily\nDigoxin,od');
  });

  it("leaves a tab-separated file alone", () => {
    expect(text("a,b\tc", "t.tsv")).toEqual({ kind: "text", text: "a,b\tc" });
  });
});
