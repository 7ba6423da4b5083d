import type { Knowledge, LabTest } from "@/lib/knowledge/schema";
import { conditionHref } from "@/app/_view-models/knowledge-href";
import { versionHistory } from "@/app/knowledge/_components/change-list";
import { formatChecked, checkFacts } from "@/app/knowledge/_components/check-facts";
import { TableRegion } from "@/app/knowledge/_components/fact-list";
import { KnowledgeArticle, type ArticleSection } from "@/app/knowledge/_components/knowledge-article";
import { SourceList } from "@/app/knowledge/_components/source-list";
import { Sentence, SourceMarks, StatementList } from "@/app/knowledge/_components/statement-list";
import { LinkList, UseList } from "@/app/knowledge/_components/use-list";
import { pageContext, type PageContext } from "@/app/knowledge/_view-models/page-context";
import { usedBy } from "@/app/knowledge/_view-models/used-by";

/** The page of a laboratory test: why it is asked for, ranges with their sources, limits, panels that hold it or leave it out. */
export function LabPage({ entry }: { entry: LabTest }) {
  const context = pageContext(entry);
  return (
    <KnowledgeArticle
      trail={{ href: "/knowledge/labs", words: "Laboratory tests" }}
      title={entry.name}
      kicker={`${entry.isPanel ? "Panel of laboratory tests" : "Laboratory test"} · ${formatChecked(entry)}`}
      inShort={
        <p>
          <Sentence text={entry.why} context={context} />
        </p>
      }
      facts={[
        { term: "Specimen", text: entry.specimen ?? "not given" },
        { term: "Units", text: entry.units.map((unit) => unit.unit).join(", ") || "none" },
        {
          term: "LOINC",
          text:
            entry.loinc.length === 0 ? (
              "none"
            ) : (
              <ul>
                {entry.loinc.map((code) => (
                  <li key={code.code}>
                    <code>{code.code}</code>{" "}
                    {[code.unit, code.note].filter((part) => part !== null && part !== undefined).join(", ")}
                  </li>
                ))}
              </ul>
            ),
        },
        { term: "In these panels", text: entry.panels.join(", ") || "none" },
        ...(entry.leftOutOf.length === 0 ? [] : [{ term: "Not in these panels", text: entry.leftOutOf.join(", ") }]),
        { term: "A result answers the request for", text: `${entry.answersForDays} days (clinical judgement)` },
        ...checkFacts(context.knowledge, entry),
      ]}
      sections={sectionsOf(entry, context)}
      version={context.knowledge.version}
    />
  );
}

function sectionsOf(entry: LabTest, context: PageContext): ArticleSection[] {
  const { knowledge } = context;
  const points = [...pointsTo(knowledge, "Low", entry.lowMeans), ...pointsTo(knowledge, "High", entry.highMeans)];
  return [
    {
      id: "why",
      title: "Why it is asked for",
      body: (
        <>
          <p>
            <Sentence text={entry.why} context={context} />
          </p>
          {entry.notes !== null && <p>{entry.notes}</p>}
        </>
      ),
    },
    {
      id: "ranges",
      title: "Reference ranges",
      body: (
        <>
          <p>Of the sources named here; the laboratory’s own range comes first.</p>
          <Ranges entry={entry} context={context} />
        </>
      ),
    },
    {
      id: "critical",
      title: "Critical limits",
      body: (
        <Limits
          limits={entry.critical}
          none="No critical limit was read."
          words={["at or below", "at or above"]}
          context={context}
        />
      ),
    },
    {
      id: "marked",
      title: "Marked limits",
      body: (
        <Limits
          limits={entry.marked}
          none="No limit between abnormal and critical was read."
          words={["below", "above"]}
          context={context}
        />
      ),
    },
    {
      id: "points",
      title: "What it points to",
      body: <LinkList links={points} empty="A result by itself points to no condition of the list." />,
    },
    ...(entry.repeat.length === 0
      ? []
      : [
          {
            id: "repeat",
            title: "When it is repeated",
            body: <StatementList statements={entry.repeat} context={context} />,
          },
        ]),
    {
      id: "rules",
      title: "What asks for it",
      body: <UseList uses={usedBy(knowledge, "lab", entry.id)} empty="No rule asks for it." />,
    },
    versionHistory("labs", entry.id, context),
    { id: "sources", title: `Sources 1 to ${context.sources.length}`, body: <SourceList sources={context.sources} /> },
  ];
}

function pointsTo(
  knowledge: Knowledge,
  side: "Low" | "High",
  id: string | undefined,
): { href: string; words: string }[] {
  return knowledge.conditions
    .filter((one) => one.id === id)
    .map((one) => ({ href: conditionHref(one.id), words: `${side}: ${one.name}` }));
}

function Ranges({ entry, context }: { entry: LabTest; context: PageContext }) {
  if (entry.ranges.length === 0) return <p>No range was read.</p>;
  return (
    <TableRegion label="Table of reference ranges">
      <table>
        <caption className="cc-visually-hidden">Reference ranges of {entry.name}</caption>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col" className="cc-number">
              Low
            </th>
            <th scope="col" className="cc-number">
              High
            </th>
            <th scope="col">Unit</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {entry.ranges.map((range, index) => (
            <tr key={index}>
              <td>{whom(range)}</td>
              <td className="cc-number">{range.low ?? "no limit"}</td>
              <td className="cc-number">{range.high ?? "no limit"}</td>
              <td>{range.unit}</td>
              <td>
                <SourceMarks ids={[range.source]} context={context} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function ages(from: number | undefined, to: number | undefined): string | null {
  if (from === undefined) return to === undefined ? null : `up to age ${to}`;
  return to === undefined ? `age ${from} and over` : `age ${from} to ${to}`;
}

function whom({ sex, ageFrom, ageTo, pregnant }: LabTest["ranges"][number]): string {
  const age = ages(ageFrom, ageTo);
  return [pregnant ? "pregnancy" : null, sex ?? null, age].filter((part) => part !== null).join(", ") || "adults";
}

function Limits({
  limits,
  none,
  words: [low, high],
  context,
}: {
  limits: LabTest["critical"];
  none: string;
  words: [low: string, high: string];
  context: PageContext;
}) {
  if (limits.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {limits.map((limit, index) => (
        <li key={index}>
          {[limit.low === null ? null : `${low} ${limit.low}`, limit.high === null ? null : `${high} ${limit.high}`]
            .filter((part) => part !== null)
            .join(", ")}{" "}
          {limit.unit}
          {limit.ageBelow === undefined ? "" : `, under ${limit.ageBelow} years`}
          {limit.notOnDialysis === undefined ? "" : ", not on dialysis"}
          {limit.jurisdiction === undefined ? "" : ` (${limit.jurisdiction})`}{" "}
          <SourceMarks ids={[limit.source]} context={context} />
        </li>
      ))}
    </ul>
  );
}
