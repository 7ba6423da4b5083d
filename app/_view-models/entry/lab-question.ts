import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import type { LabTest } from "@/lib/knowledge/schema";
import { onlyPlausibleUnit, toFirstUnit } from "@/lib/review/facts/results/units";
import type { LabQuestion } from "./reading-view";

type TestOf = (result: ReadLabResult) => LabTest | null;

/**
 * What has to be asked about one stretch of the results, one thing at a time: the line, then a value, then its unit. The order of
 * day and month is settled by the country or by another date of the text, and the date is shown in words.
 */
export function labQuestion(piece: LabPiece, testOf: TestOf): LabQuestion | null {
  const reader = readerQuestion(piece);
  if (reader !== null) return reader;
  for (const ask of [valueQuestion, unitQuestion]) {
    for (const result of piece.results) {
      const question = ask(piece, result, testOf(result));
      if (question !== null) return question;
    }
  }
  return null;
}

/** A number that cannot be measured in life, with the number that a missing decimal point would make. */
function valueQuestion({ text }: LabPiece, result: ReadLabResult, test: LabTest | null): LabQuestion | null {
  const { value, unit, name } = result;
  if (test === null || typeof value !== "number" || unit === null || plausible(test, value, unit) !== false)
    return null;
  const tenth = Number((value / 10).toPrecision(12));
  const meant = plausible(test, tenth, unit) === true ? withValue(text, value, String(tenth)) : null;
  return {
    kind: "value",
    message: `${name} ${value}\u00a0${unit} is outside what can be measured in life.${meant === null ? "" : ` Did you mean ${tenth}?`}`,
    choices: meant === null ? [] : [{ label: `Use ${tenth}`, instead: meant }],
    keep: `Keep ${value}`,
  };
}

/** A number without a unit, where two units would make it possible: it is not judged until somebody says which. */
function unitQuestion({ text }: LabPiece, result: ReadLabResult, test: LabTest | null): LabQuestion | null {
  const { value, unit, name } = result;
  if (test === null || typeof value !== "number" || unit !== null || onlyPlausibleUnit(test, value) !== null)
    return null;
  const possible = test.units.filter((one) => plausible(test, value, one.unit) !== false).map((one) => one.unit);
  const choices = possible.slice(0, UNIT_CHOICES).flatMap((one) => {
    const instead = withValue(text, value, `${value} ${one}`);
    return instead === null ? [] : [{ label: one, instead }];
  });
  const message =
    possible.length === 0
      ? `${name} ${value} has no unit, and fits none of its units.`
      : `${name} ${value} has no unit. Which is it?`;
  return { kind: "unit", message, choices, keep: "Leave open, not judged" };
}

const UNIT_CHOICES = 4;
const PANEL_SHOWN = 8;

/** What the reader left open about the whole line: a number that nothing accounts for, a mark that may be one of thousands, a panel without names. */
function readerQuestion(piece: LabPiece): LabQuestion | null {
  if (piece.status === "confirm") return doubtfulValueQuestion(piece) ?? panelQuestion(piece);
  const [number] = piece.leftover ?? [];
  const [only, second] = piece.results;
  if (number === undefined || only === undefined) return null;
  const more = (piece.leftover ?? []).length > 1 ? ` (and ${(piece.leftover ?? []).slice(1).join(", ")})` : "";
  const instead = second === undefined ? withValue(piece.text, Number(only.value), number) : null;
  return {
    kind: "number",
    message: `${number}${more} was not read. Does it count?`,
    choices: instead === null ? [] : [{ label: `${only.name} ${number}`, instead: withoutLast(instead, number) }],
    keep: second === undefined ? `${only.name} ${only.value} counts` : "Leave it out",
  };
}

/** The text without the last place of a number that stands in it twice. */
function withoutLast(text: string, number: string): string {
  const at = text.lastIndexOf(number);
  return at <= text.indexOf(number) ? text : `${text.slice(0, at)}${text.slice(at + number.length)}`.trim();
}

/** "20.386": twenty, or twenty thousand. */
function doubtfulValueQuestion(piece: LabPiece): LabQuestion | null {
  const result = piece.results.find(({ value }) => typeof value === "number" && piece.text.includes(pointed(value)));
  if (result === undefined || typeof result.value !== "number") return null;
  const written = pointed(result.value);
  const thousands = written.replace(".", ",");
  return {
    kind: "value",
    message: `${result.name} ${written}: which number is it?`,
    choices: [thousands, String(Math.round(result.value))].map((number) => ({
      label: number,
      instead: piece.text.replace(written, number),
    })),
    keep: "Leave open, not judged",
  };
}

const pointed = (value: number): string => value.toFixed(3);

function panelQuestion(piece: LabPiece): LabQuestion {
  const named = piece.results.slice(0, PANEL_SHOWN).map(({ name, value }) => `${name} ${value}`);
  return {
    kind: "number",
    message: `Read as a panel: ${named.join(", ")}?`,
    choices: [{ label: "Yes", instead: named.join(", ") }],
    keep: "Leave open, not judged",
  };
}

/** Null where the unit is not known, so that nothing is questioned on a guess. */
function plausible(test: LabTest, value: number, unit: string): boolean | null {
  const converted = toFirstUnit(test, value, unit);
  if (converted === null || test.plausible === null) return null;
  return converted >= test.plausible.low && converted <= test.plausible.high;
}

/** The text with the number put otherwise; null where it is not written as the number is. */
function withValue(text: string, value: number, instead: string): string | null {
  const digits = Number.isInteger(value) ? `${value}(?:[.,]0+)?` : `${String(value).replace(".", "[.,]")}0*`;
  const at = new RegExp(`(?<![\\d.,])${digits}(?![.,]?\\d)`).exec(text);
  return at === null ? null : text.slice(0, at.index) + instead + text.slice(at.index + at[0].length);
}
