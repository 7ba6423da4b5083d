import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Review } from "@/lib/domain/review";
import { reviewFhir } from "@/lib/fhir/in/review-fhir";
import { fhirDocument } from "@/lib/fhir/out/document";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { GoldenCase } from "./golden-case";

const folder = path.join(import.meta.dirname, "cases");
const today = "2026-11-22";
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => ({
    name: name.replace(".yaml", ""),
    golden: GoldenCase.parse(parse(readFileSync(path.join(folder, name), "utf8"))),
  }));

const told = ({ findings, labs, unread }: Review) => ({
  findings: findings.map(({ id, priority, ingredients, reasons }) => ({ id, priority, ingredients, reasons })),
  labs: labs.map(({ id, priority, answeredBy }) => ({ id, priority, answeredBy })),
  unread: unread.map(({ text }) => text).sort(),
});

describe("a case that goes out as FHIR and comes in again", () => {
  const knowledge = loadKnowledge();

  it.each(cases)("$name: the same findings, tests and unread words", ({ golden }) => {
    const { patientCase, review } = reviewInput(golden.case, { knowledge, today });
    const document = JSON.stringify(fhirDocument(patientCase, review));
    const again = reviewFhir(document, { knowledge, today });
    expect(told(again.review)).toEqual(told(review));
  });

  it.each(cases.slice(0, 5))("$name: the same bytes each time, and every reference resolves within", ({ golden }) => {
    const { patientCase, review } = reviewInput(golden.case, { knowledge, today });
    const document = JSON.stringify(fhirDocument(patientCase, review));
    expect(JSON.stringify(fhirDocument(patientCase, review))).toBe(document);
    const addresses = new Set([...document.matchAll(/"fullUrl":"([^"]+)"/g)].map(([, address]) => address));
    const references = [...document.matchAll(/"reference":"(urn:[^"]+)"/g)].map(([, address]) => address);
    expect(references.filter((address) => !addresses.has(address))).toEqual([]);
    const holdsEmpty = (value: unknown): boolean =>
      value === null ||
      value === "" ||
      (typeof value === "object" && (Object.keys(value).length === 0 || Object.values(value).some(holdsEmpty)));
    expect(holdsEmpty(JSON.parse(document))).toBe(false);
  });
});
