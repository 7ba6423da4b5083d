import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import { displayInstant } from "@/lib/domain/display-date";
import { clinicalPageLines } from "./page-lines";
import type { Block, ReportDocument } from "./report-document";
import type { ReportFinding, ReportModel } from "@/lib/report/model/report-model";
import { shortFinding } from "./short-finding";
import { describeLastResult, isOpen } from "./test-items";

const heading = (text: string): Block => ({ kind: "heading", level: 2, text });
const list = (title: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [heading(title), { kind: "list", items }];

/** A letter with more sources is not read; the report has the rest. */
const MOST_SOURCES = 5;
/** Options of each finding that was decided “Act” that are given on. */
const MOST_OPTIONS = 1;
/** Findings decided “Act” whose options are given on. */
const MOST_WITH_OPTIONS = 2;
/** Characters of facts beside what was decided. */
const ROOM = 50;
/** Decisions that are told with their facts; those after them by title and decision. */
const MOST_WITH_FACTS = 1;
const MOST_NAMED = 16;

const isSetAside = ({ decisionAction }: ReportFinding): boolean =>
  decisionAction === "dismiss" || decisionAction === "not-relevant";

const isPlanned = ({ decisionAction }: ReportFinding): boolean =>
  decisionAction === "act" || decisionAction === "monitor";

/** The first that fit into a line, and how many more there are. */
function named(texts: readonly string[]): string {
  const more = texts.length - MOST_NAMED;
  return `${texts.slice(0, MOST_NAMED).join("; ")}${more > 0 ? `; and ${more} more, in the full report` : ""}.`;
}

/** One paragraph that begins with what it names, or nothing: a heading would cost two lines more. */
const line = (title: string, texts: readonly string[]): Block[] =>
  texts.length === 0 ? [] : [{ kind: "paragraph", text: `${title}: ${named(texts)}` }];

/** What is done and by whom stands first; the facts stand beside the first of them, so that the letter stays one page. */
function planBlocks(planned: readonly ReportFinding[], cited: ReadonlySet<number>): Block[] {
  if (planned.length === 0) return [];
  const acted = planned.filter(({ decisionAction }) => decisionAction === "act").slice(0, MOST_WITH_OPTIONS);
  const options = acted.flatMap((finding) => finding.options.slice(0, MOST_OPTIONS));
  return [
    heading("Plan"),
    {
      kind: "short-findings",
      findings: planned.map((finding, at) => {
        const short = shortFinding(finding, ROOM);
        return {
          ...short,
          detail: at < MOST_WITH_FACTS ? short.detail : "",
          decision: finding.decision ?? "none recorded",
          references: short.references.filter((number) => cited.has(number)),
        };
      }),
    },
    ...line(
      "Options that go with it",
      [...new Set(options)].map((text) => text.replace(/\.$/, "")),
    ),
  ];
}

/** What nobody has decided about is named with its level, so that no red flag is missed; it is no part of the plan. */
function undecidedBlocks(open: readonly ReportFinding[]): Block[] {
  if (open.length === 0) return [];
  return [
    heading("What we found, not decided yet"),
    {
      kind: "list",
      items: open.map(
        ({ priority, title, decision }) =>
          `${PRIORITY_WORDS[priority]}: ${title}${decision === null ? "" : `. Decision: ${decision}`}`,
      ),
    },
  ];
}

/** The source of each of what was decided “Act” (else “Monitor”); the numbers are those of the report. */
function citedNumbers(planned: readonly ReportFinding[]): Set<number> {
  const acted = planned.filter(({ decisionAction }) => decisionAction === "act");
  const first = (acted.length === 0 ? planned : acted).flatMap(({ references }) => references.slice(0, 1));
  return new Set([...new Set(first)].slice(0, MOST_SOURCES));
}

/** What was set aside, by the reason: “Not relevant: …”. */
function setAsideTexts(findings: readonly ReportFinding[]): string[] {
  const byDecision = new Map<string, string[]>();
  for (const { title, decisionShort } of findings.filter(isSetAside)) {
    const decision = decisionShort ?? "";
    byDecision.set(decision, [...(byDecision.get(decision) ?? []), title]);
  }
  return [...byDecision].map(([decision, titles]) => `${decision}: ${titles.join(", ")}`);
}

/** What was asked of the laboratory, or what could be. */
function testBlocks({ tests }: ReportModel): Block[] {
  const open = tests.filter(isOpen);
  const chosen = open.filter((test) => test.chosen);
  if (chosen.length > 0)
    return [
      heading("Tests asked for"),
      {
        kind: "boxes",
        items: chosen.map((test) => ({
          ticked: true,
          name: test.name,
          detail: describeLastResult(test).join("; "),
        })),
      },
    ];
  return line(
    "Tests that could be considered; none has been asked for by us",
    open.map(({ name }) => name),
  );
}

/**
 * A letter to the practice of one page: what was decided first, then what stays open. No patient's name is held, so it is filled
 * in by hand or left to the practice's own reference.
 */
export function gpLetter(model: ReportModel): ReportDocument {
  const all = model.groups.flatMap(({ findings }) => findings);
  // What is to be done stands first, whatever its level.
  const planned = all
    .filter(isPlanned)
    .toSorted((a, b) => Number(b.decisionAction === "act") - Number(a.decisionAction === "act"));
  const others = all.filter((finding) => finding.kind !== "unread" && !isPlanned(finding) && !isSetAside(finding));
  const undecided = others.filter(({ priority }) => priority === "act-now" || priority === "review");
  const weaker = others.filter(({ priority }) => priority === "consider");
  const cited = citedNumbers(planned);
  const { identity } = model;
  return {
    variant: "gp-letter",
    title: "Muscle cramps: review of medication",
    lead: [
      `${identity.organisation ?? "Organisation not entered"} · ${displayInstant(identity.generatedAt, identity.timeZone)}`,
      model.patientLine,
      model.statusLine,
    ],
    blocks: [
      { kind: "blanks", labels: ["Name of the patient", "Date of birth", "To"] },
      {
        kind: "paragraph",
        text: `Dear colleague, we reviewed this patient's medication because of muscle cramps (${model.crampsLine}). ${model.readingLine}`,
      },
      ...planBlocks(planned, cited),
      ...testBlocks(model),
      ...undecidedBlocks(undecided),
      ...(planned.length === 0 && undecided.length === 0
        ? [
            {
              kind: "paragraph",
              text: "Nothing that asks for action among what was read. This does not rule out a drug cause.",
            } as const,
          ]
        : []),
      ...line(
        "Also noted, weaker",
        weaker.map(({ title }) => title),
      ),
      ...line("Considered and set aside", setAsideTexts(all)),
      // The line of reading above names what was not read of the list of medication.
      ...line(
        "Not read, so not covered",
        model.unread.filter(({ where }) => where !== "medications").map(({ text }) => `“${text}”`),
      ),
      ...(planned.length === 0 ? list("Not known", model.questions) : []),
      {
        kind: "paragraph",
        text: "This letter alone is no reason to stop a medicine. Decision support recommends and does not direct; each finding names its sources in the full report.",
      },
      { kind: "paragraph", text: `Yours sincerely${identity.signedBy === null ? "" : `, ${identity.signedBy}`}` },
      ...(cited.size === 0
        ? []
        : [
            heading("Sources"),
            { kind: "sources", sources: model.sources.filter(({ number }) => cited.has(number)) } as const,
          ]),
    ],
    ...clinicalPageLines(model),
  };
}
