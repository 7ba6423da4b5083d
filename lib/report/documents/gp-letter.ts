import { displayInstant } from "@/lib/domain/display-date";
import { clinicalPageLines } from "./page-lines";
import type { Block, ReportDocument } from "./report-document";
import type { ReportFinding, ReportModel, ReportSource } from "@/lib/report/model/report-model";
import { shortFinding } from "./short-finding";
import { findingsAt } from "./summary";
import { isOpen, testItem } from "./test-items";

const heading = (text: string): Block => ({ kind: "heading", level: 2, text });
const list = (title: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [heading(title), { kind: "list", items }];

/** Of each finding; a letter that lists all of them is not read. The full report has the rest. */
const MOST_OPTIONS = 2;

const isSetAside = ({ decisionAction }: ReportFinding): boolean =>
  decisionAction === "dismiss" || decisionAction === "not-relevant";

/** Act, then monitor, then what has no decision. */
function decisionOrder({ decisionAction }: ReportFinding): number {
  if (decisionAction === "act") return 0;
  return decisionAction === "monitor" ? 1 : 2;
}

/** Sources of the findings that the letter is about, with the numbers of the report. */
function sourcesOf(model: ReportModel, findings: readonly ReportFinding[]): ReportSource[] {
  const cited = new Set(findings.flatMap(({ references }) => references));
  return model.sources.filter(({ number }) => cited.has(number));
}

/** What was asked of the laboratory, or what could be. */
function testBlocks(model: ReportModel): Block[] {
  const open = model.tests.filter(isOpen);
  const chosen = open.filter((test) => test.chosen);
  if (chosen.length > 0) return [heading("Tests asked for"), { kind: "boxes", items: chosen.map(testItem) }];
  if (open.length === 0) return [];
  return [
    heading("Tests that could be considered"),
    { kind: "paragraph", text: "None of these has been asked for by us." },
    { kind: "boxes", items: open.map(testItem) },
  ];
}

/**
 * A letter to the practice: what was found, what was decided, what stays open. No patient's name is held, so it is filled in by
 * hand or left to the practice's own reference.
 */
export function gpLetter(model: ReportModel): ReportDocument {
  const loud = [...findingsAt(model, "act-now"), ...findingsAt(model, "review")].filter(
    ({ kind }) => kind !== "unread",
  );
  const told = loud.filter((finding) => !isSetAside(finding));
  const decided = [...findingsAt(model, "consider"), ...findingsAt(model, "info")].filter(
    (finding) => finding.decisionAction === "act" || finding.decisionAction === "monitor",
  );
  const setAside = model.groups.flatMap(({ findings }) => findings).filter(isSetAside);
  const others = findingsAt(model, "consider").filter((finding) => !isSetAside(finding) && !decided.includes(finding));
  // What is to be done stands first, whatever its level; what nobody has decided about comes last.
  const cited = [...told, ...decided].toSorted((a, b) => decisionOrder(a) - decisionOrder(b));
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
      { kind: "paragraph", text: "Dear colleague," },
      {
        kind: "paragraph",
        text: `We reviewed this patient's medication because of muscle cramps (${model.crampsLine}). ${model.readingLine}`,
      },
      heading("What we found"),
      cited.length === 0
        ? {
            kind: "paragraph",
            text: "Nothing that asks for action among what was read. This does not rule out a drug cause.",
          }
        : {
            kind: "short-findings",
            findings: cited.map((finding) => ({
              ...shortFinding(finding, 320),
              decision: finding.decision ?? "none recorded",
            })),
          },
      ...list("Options that go with it", [...new Set(cited.flatMap(({ options }) => options.slice(0, MOST_OPTIONS)))]),
      ...testBlocks(model),
      ...list(
        "Also noted, weaker",
        others.map(({ title }) => title),
      ),
      ...list(
        "Considered and set aside",
        setAside.map(({ title, decision }) => `${title}: ${decision ?? ""}`),
      ),
      ...list(
        "Not read, so not covered",
        model.unread.map((entry) => `“${entry.text}”`),
      ),
      ...list("Not known", model.questions),
      {
        kind: "paragraph",
        text: "This letter alone is no reason to stop a medicine. The review was made with decision support, which recommends and does not direct; each finding names its sources.",
      },
      { kind: "paragraph", text: `Yours sincerely, ${identity.signedBy ?? "____________________"}` },
      ...(cited.length === 0
        ? []
        : [heading("Sources"), { kind: "sources", sources: sourcesOf(model, cited) } as const]),
    ],
    ...clinicalPageLines(model),
  };
}
