import type { Content } from "pdfmake/interfaces";
import { boxContent, heading, shortFindingContent, timelineContent } from "./blocks";
import { priorityShape } from "./shapes";
import { runs } from "./runs";
import { linesOf, printableText } from "./font-metrics";
import type { BoxItem, ShortFinding } from "@/lib/report/documents/report-document";
import type { ReportModel } from "@/lib/report/model/report-model";
import { unbrokenMarks, shortFinding } from "@/lib/report/documents/short-finding";
import {
  decidedToAct,
  DECIDED_TO_ACT,
  emptyLevel,
  leadLines,
  levelHeading,
  notActedOn,
  NO_TEST,
} from "@/lib/report/documents/summary";
import { isOpen, shortTestItem } from "@/lib/report/documents/test-items";
import { timelineStrip } from "@/lib/report/formats/timeline-svg";

/** Name of the last node of the first page: where it lands tells whether the page held. */
export const FIRST_PAGE_END = "first-page-end";

export interface FirstPageRoom {
  /** Points between the margins. */
  readonly width: number;
  readonly height: number;
  /** Where the rest stands: “page 2”, or “the full report”. */
  readonly behind: string;
}

const LINE = 14.1;
const HEADING = 27;
const GAP = 16;
/** UI.md 3.8: a strip of 60 mm. */
const STRIP = 170;
const LEAST_STRIP = 84;
const MOST_UNREAD = 260;
/** Lines that the two columns are sure of. */
const MOST_ROWS = 7;

/**
 * The first page: it answers the question alone and is one page, whatever the case. Room is given in the order of what must
 * not be missed; what does not fit is counted with where it stands, never dropped silently.
 */
export function firstPage(model: ReportModel, room: FirstPageRoom): Content[] {
  const column = (room.width - GAP) / 2;
  const head = headContent(model, room);
  const budget = new Budget(room.height - head.height);

  const acted = decidedToAct(model).map((finding) => shortFinding(finding));
  const actNow = notActedOn(model, "act-now").map((finding) => shortFinding(finding));
  const review = notActedOn(model, "review").map((finding) => shortFinding(finding));
  const consider = notActedOn(model, "consider").map(
    (finding) => `${finding.title}${unbrokenMarks(finding.references, 2)}`,
  );
  const open = model.tests.filter(isOpen);
  const answered = model.tests.length - open.length;
  // What was asked for is what the reader looks for.
  const tests = [...open.filter((test) => test.chosen), ...open.filter((test) => !test.chosen)].map(shortTestItem);
  const informationLine = `${notActedOn(model, "info").length} for information, ${room.behind}.`;

  // What each later part is sure of, before the earlier ones take more. Where not even the titles of the red flags fit, the drawing gives way.
  const rows = Math.min(MOST_ROWS, Math.max(tests.length, consider.length));
  const heightOf = (finding: ShortFinding): number => shortHeight(finding, room.width);
  const belowSure = (strip: boolean): number => HEADING + (strip ? LEAST_STRIP + 3 * LINE : 3 * LINE);
  const titlesOf = (findings: readonly ShortFinding[]): number =>
    findings.reduce((sum, finding) => sum + heightOf(titled(finding)), 0);
  const crowded = titlesOf([...acted, ...actNow]) + 4 * HEADING + (rows + 6) * LINE + belowSure(true) > budget.left;
  const columnsSure = HEADING + (crowded ? Math.min(rows, 4) : rows) * LINE + 2 * LINE;
  const drawn = !crowded && hasStrip(model);

  if (acted.length > 0) budget.take(HEADING);
  const shownActed =
    acted.length === 0
      ? []
      : budget.fitForms(
          acted,
          titled,
          heightOf,
          Math.min(titlesOf(actNow), 8 * LINE) + 2 * HEADING + 4 * LINE + columnsSure + belowSure(drawn),
        );
  budget.take(HEADING);
  const shownActNow = budget.fitForms(actNow, titled, heightOf, HEADING + 4 * LINE + columnsSure + belowSure(drawn));
  budget.take(HEADING);
  const shownReview = budget.fitForms(review, titled, heightOf, columnsSure + belowSure(drawn));

  // Two columns: levels that can wait, and the tests; then the strip beside what is not known.
  const columnsHeight = budget.left - belowSure(drawn);
  const left = new Budget(columnsHeight - HEADING - 2 * LINE);
  const shownConsider = left.fit(
    consider,
    (text) => linesOf(printableText(text), { points: column - 18, fontSize: 10 }) * LINE + 2,
    0,
    {},
  );
  const right = new Budget(columnsHeight - HEADING - (answered > 0 ? LINE : 0));
  const shownTests = right.fitForms(
    tests,
    (item) => ({ ...item, detail: "" }),
    (item) => boxHeight(item, column),
    0,
  );
  budget.take(columnsHeight - Math.max(0, Math.min(left.left, right.left)));

  const knownWidth = room.width * 0.34;
  const stripWidth = room.width - knownWidth - GAP;
  const lowest = Math.min(budget.left - HEADING, STRIP + 4 * LINE);
  const questions = new Budget(lowest);
  const shownQuestions = questions.fit(
    model.questions,
    (text) => linesOf(printableText(text), { points: knownWidth - 14, fontSize: 10 }) * LINE + 1,
    0,
    {},
  );
  const captionLines = linesOf(printableText(model.timeline.caption), { points: stripWidth - 4, fontSize: 10 }) + 1;
  const strip =
    !drawn && hasStrip(model)
      ? [{ text: `${printableText(model.timeline.caption)} Drawn behind, ${room.behind}.` }]
      : timelineContent(model.timeline, {
          width: stripWidth,
          height: Math.min(STRIP, lowest - captionLines * LINE - 24),
        });

  return [
    ...head.content,
    ...(acted.length === 0
      ? []
      : [
          heading(`${DECIDED_TO_ACT} (${acted.length})`),
          ...shownActed.map((finding) => shortFindingContent(finding, false, 2)),
          ...rest(acted.length - shownActed.length, room.behind, true),
        ]),
    heading(levelHeading(model, "act-now")),
    ...(actNow.length === 0
      ? [{ text: emptyLevel(model, "act-now") }]
      : shownActNow.map((finding) => shortFindingContent(finding, false, 2))),
    ...rest(actNow.length - shownActNow.length, room.behind, true),
    heading(levelHeading(model, "review")),
    ...(review.length === 0
      ? [{ text: emptyLevel(model, "review") }]
      : shownReview.map((finding) => shortFindingContent(finding, false, 2))),
    ...rest(review.length - shownReview.length, room.behind, true),
    {
      columnGap: GAP,
      columns: [
        {
          width: "*",
          stack: [
            heading(levelHeading(model, "consider")),
            ...shownConsider.map(considerLine),
            ...rest(consider.length - shownConsider.length, room.behind),
            { text: printableText(informationLine) },
          ],
        },
        {
          width: "*",
          stack: [
            heading(`Tests to consider (${tests.length})`),
            ...(model.tests.length === 0 ? [{ text: NO_TEST }] : shownTests.map(boxContent)),
            ...rest(tests.length - shownTests.length, room.behind),
            ...(answered === 0 ? [] : [{ text: `${answered} answered already, ${room.behind}.` }]),
          ],
        },
      ],
    },
    {
      columnGap: GAP,
      columns: [
        { width: stripWidth, stack: [heading("What changed before"), ...strip] },
        {
          width: "*",
          stack: [
            heading("Not known"),
            ...(model.questions.length === 0
              ? [{ text: "No question is open." }]
              : [
                  {
                    ul: shownQuestions.map((text) => ({
                      text: runs(text, { room: { points: knownWidth - 14, fontSize: 10 } }),
                    })),
                  },
                ]),
            ...rest(model.questions.length - shownQuestions.length, room.behind),
          ],
        },
      ],
    },
    { text: " ", fontSize: 1, id: FIRST_PAGE_END },
  ];
}

/** Points that are given away in the order of asking. */
class Budget {
  constructor(public left: number) {}

  take(points: number): void {
    this.left -= points;
  }

  /** The first items that fit while so much is kept for others; a line is kept for the count of those that do not. */
  fit<Item>(
    items: readonly Item[],
    heightOf: (item: Item) => number,
    keep: number,
    { atLeast = 0 }: { atLeast?: number },
  ): Item[] {
    if (items.length === 0) this.take(LINE);
    const shown: Item[] = [];
    for (const [index, item] of items.entries()) {
      const height = heightOf(item);
      const count = index === items.length - 1 ? 0 : LINE;
      if (this.left - height - count < keep && shown.length >= atLeast) break;
      shown.push(item);
      this.take(height);
    }
    if (shown.length < items.length) this.take(LINE);
    return shown;
  }

  /**
   * Items, as many as fit in their short form; then, from the first, the whole form where room is left. One at least is shown,
   * whatever is kept for others.
   */
  fitForms<Item>(
    items: readonly Item[],
    short: (item: Item) => Item,
    heightOf: (item: Item) => number,
    keep: number,
  ): Item[] {
    const titles = new Budget(this.left);
    const shown = titles.fit(items.map(short), heightOf, keep, { atLeast: 1 });
    let spare = titles.left - keep;
    this.left = titles.left;
    return shown.map((form, index) => {
      const whole = items[index] ?? form;
      const more = heightOf(whole) - heightOf(form);
      if (more > spare) return form;
      spare -= more;
      this.take(more);
      return whole;
    });
  }
}

/** A finding with its title and decision alone. */
function titled(finding: ShortFinding): ShortFinding {
  return { ...finding, detail: "" };
}

function headContent(model: ReportModel, room: FirstPageRoom): { content: Content[]; height: number } {
  const [patient = "", status = "", reading = ""] = leadLines(model);
  const body = { points: room.width, fontSize: 10 };
  const readingShort =
    reading.length <= MOST_UNREAD
      ? reading
      : `${reading.slice(0, MOST_UNREAD).replace(/(?<!\s)\s+\S*$/, "")} … All of it: ${room.behind}.`;
  const lines =
    linesOf(printableText(patient), body, "bold") +
    linesOf(printableText(status), body) +
    linesOf(printableText(readingShort), body, "bold");
  const intended = linesOf(printableText(model.intendedUse), { points: room.width, fontSize: 8 });
  return {
    height: 24 + lines * LINE + 7 + intended * 11.3,
    content: [
      { text: printableText(model.title), style: "title" },
      { text: printableText(patient), bold: true, margin: [0, 2, 0, 0] },
      { text: printableText(status), margin: [0, 1, 0, 0] },
      { text: printableText(readingShort), bold: model.unread.length > 0, margin: [0, 2, 0, 0] },
      { text: printableText(model.intendedUse), style: "meta", margin: [0, 2, 0, 0] },
    ],
  };
}

function rest(amount: number, behind: string, loud = false): Content[] {
  return amount === 0 ? [] : [{ text: `${amount} more, ${behind}.`, bold: loud }];
}

function considerLine(text: string): Content {
  return {
    columnGap: 0,
    columns: [
      { width: 16, stack: [{ ...priorityShape("consider"), margin: [0, 3, 0, 0] }] },
      { width: "*", text: runs(text, { room: { points: 200, fontSize: 10 } }) },
    ],
    margin: [0, 0, 0, 1],
    unbreakable: true,
  };
}

function shortHeight({ title, detail, decision, references }: ShortFinding, width: number): number {
  const text = printableText(
    `${title}${detail === "" ? "" : `. ${detail}`}  Decision: ${decision ?? ""}${unbrokenMarks(references, 2)}`,
  );
  return linesOf(text, { points: width - 18, fontSize: 10.2 }) * LINE + 4;
}

function boxHeight({ name, detail }: BoxItem, width: number): number {
  return (
    linesOf(printableText(detail === "" ? name : `${name}: ${detail}`), { points: width - 18, fontSize: 10.2 }) * LINE +
    3
  );
}

function hasStrip(model: ReportModel): boolean {
  return timelineStrip(model.timeline, { width: 300, height: STRIP }) !== null;
}
