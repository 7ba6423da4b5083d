import type { BoxItem } from "./report-document";
import type { ReportTest } from "@/lib/report/model/report-model";
import { firstFacts, joinStatements } from "@/lib/report/text/join-statements";

/** A test that a box stands before: not answered yet, or ticked whatever its last result. What was ticked always goes out. */
export function isOpen({ answered, chosen }: Pick<ReportTest, "answered" | "chosen">): boolean {
  return answered === null || chosen;
}

/** “last 2.9 mmol/L, 20 Nov 2026” of a test that is asked for again; nothing of one without a result. */
export function describeLastResult({ answered }: Pick<ReportTest, "answered">): string[] {
  return answered === null ? [] : [`last: ${answered}`];
}

/** “not in BMP or CMP”; empty where a test is in every panel. */
export function describeLeftOut(test: ReportTest): string[] {
  return test.leftOutOf.length === 0 ? [] : [`not in ${test.leftOutOf.join(" or ")}`];
}

/** A test with the reason that weighs most. */
export function shortTestItem(test: ReportTest): BoxItem {
  if (!isOpen(test) && test.answered !== null)
    return { ticked: null, name: test.name, detail: `answered: ${test.answered}` };
  const more = test.reasons.length > 1 ? [`${test.reasons.length - 1} more`] : [];
  return {
    ticked: test.chosen,
    name: test.name,
    detail: [...describeLastResult(test), ...firstFacts(test.reasons, 60), ...more, ...describeLeftOut(test)].join(
      "; ",
    ),
  };
}

/** A test with all that speaks for it. */
export function testItem(test: ReportTest): BoxItem {
  const words = [
    joinStatements([...test.reasons, ...describeLeftOut(test)]),
    ...(test.answered === null ? [] : [`${test.chosen ? "Last" : "Answered"}: ${test.answered}.`]),
    ...(test.repeat === null ? [] : [test.repeat]),
  ];
  return {
    ticked: isOpen(test) ? test.chosen : null,
    name: test.name,
    detail: words.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" "),
  };
}
