import { displayDate } from "@/lib/domain/display-date";
import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import type { LabTest } from "@/lib/knowledge/schema";
import { onlyPlausibleUnit, toFirstUnit } from "@/lib/review/facts/results/units";
import type { LabQuestion } from "./reading-view";

type TestOf = (result: ReadLabResult) => LabTest | null;

/** What has to be asked about one stretch of the results, one thing at a time: the value, then its unit, then its date. */
export function labQuestion(piece: LabPiece, testOf: TestOf): LabQuestion | null {
  for (const ask of [valueQuestion, unitQuestion, dateQuestion]) {
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
const NUMERIC_DATE = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])/;

/** “3/4/26” is 3 April or 4 March: the order of the country's habit is shown, and it is asked, by the tests that it dates. */
function dateQuestion({ text, results }: LabPiece, result: ReadLabResult): LabQuestion | null {
  const match = NUMERIC_DATE.exec(text);
  if (match === null || result.date === null) return null;
  const [written, first = "", , second = "", year = ""] = match;
  if (
    Number(first) > 12 ||
    Number(second) > 12 ||
    Number(first) === Number(second) ||
    Number(first) === 0 ||
    Number(second) === 0
  )
    return null;
  const dates = [
    [second, first],
    [first, second],
  ].map(([month = "", day = ""]) =>
    displayDate(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`),
  );
  const keep = `Leave open, read as ${displayDate(result.date)}`;
  return {
    kind: "date",
    message: `${testsDated(results, result.date)}: ${written} is ${dates.join(" or ")}.`,
    choices: dates.map((date) => ({ label: date, instead: text.replace(written, date) })),
    keep,
  };
}

/** The tests of a line that one date is read for: “Sodium, potassium and 3 more”. */
function testsDated(results: readonly ReadLabResult[], date: string | null): string {
  const names = [...new Set(results.filter((result) => result.date === date).map(({ name }) => name))];
  const [first = "", ...rest] = names.length <= MOST_NAMED + 1 ? names : names.slice(0, MOST_NAMED);
  const more = names.length - rest.length - 1;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(", ") + (more > 0 ? ` and ${more} more` : "");
}

const MOST_NAMED = 3;

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
