import type { ShortFinding } from "./report-document";
import type { ReportFinding } from "@/lib/report/model/report-model";
import { firstFacts, joinStatements } from "@/lib/report/text/join-statements";

/** Characters of reasons that a finding in short has room for. */
const ROOM = 170;

/** The reasons that say more than the title does. */
function newFacts({ title, reasons }: ReportFinding): string[] {
  return reasons.filter((reason) => !title.startsWith(reason.slice(0, 24)));
}

/** A finding in a sentence or two: enough to act on, with the whole of it standing elsewhere. */
export function shortFinding(finding: ReportFinding, room = ROOM): ShortFinding {
  const { priority, title, decisionShort, references } = finding;
  return {
    priority,
    title,
    detail: joinStatements(firstFacts(newFacts(finding), room)),
    decision: decisionShort ?? "none recorded",
    references,
  };
}

/** ` [1, 4]`; with more than `most`, the first of them and an ellipsis. Empty where there are none. */
export function referenceMarks(numbers: readonly number[], most = Infinity): string {
  if (numbers.length === 0) return "";
  return numbers.length <= most ? ` [${numbers.join(", ")}]` : ` [${numbers.slice(0, most).join(", ")} …]`;
}

/** As `referenceMarks`, kept on one line where they are few. */
export function unbrokenMarks(numbers: readonly number[], most = Infinity): string {
  const marks = referenceMarks(numbers, most).trim();
  return marks === "" ? "" : ` ${Math.min(numbers.length, most) > 4 ? marks : marks.replaceAll(" ", "\u00a0")}`;
}
