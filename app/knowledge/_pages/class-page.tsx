import { PRIORITY_WORDS } from "@/app/_view-models/priority-labels";
import { formatWindow } from "@/app/_view-models/review/knowledge-of-rule";
import type { DrugClass } from "@/lib/knowledge/schema";
import { ForestPlot } from "../_charts/forest-plot";
import { forestPanels } from "../_charts/forest-panels";
import { labHref } from "@/app/_view-models/knowledge-href";
import { versionHistory } from "@/app/knowledge/_components/change-list";
import { formatChecked, checkFacts } from "@/app/knowledge/_components/check-facts";
import { MemberList } from "@/app/knowledge/_components/fact-list";
import { FigureList } from "@/app/knowledge/_components/figure-list";
import { KnowledgeArticle, type ArticleSection } from "@/app/knowledge/_components/knowledge-article";
import { SourceList } from "@/app/knowledge/_components/source-list";
import { Sentence, SourceMarks, StatementList } from "@/app/knowledge/_components/statement-list";
import { LinkList, UseList } from "@/app/knowledge/_components/use-list";
import { describeGradeRule, STRENGTH_WORDS } from "@/app/_view-models/grade-labels";
import { pageContext, type PageContext } from "@/app/knowledge/_view-models/page-context";
import { studyName } from "@/app/knowledge/_view-models/study-name";
import { rulesOfClass } from "@/app/knowledge/_view-models/used-by";
import { sentenceCase } from "@/app/_view-models/sentence-case";

/** The page of a drug class: how strong, by which figures, what speaks against, what to consider. */
export function ClassPage({ entry }: { entry: DrugClass }) {
  const context = pageContext(entry);
  return (
    <KnowledgeArticle
      trail={{ href: `/knowledge?topic=${encodeURIComponent(entry.topic)}#classes`, words: entry.topic }}
      title={`${entry.name} and muscle cramps`}
      kicker={`${STRENGTH_WORDS[entry.strength]} · rule ${entry.ruleId} · ${formatChecked(entry)}`}
      inShort={<InShort entry={entry} context={context} />}
      facts={[
        { term: "Strength", text: STRENGTH_WORDS[entry.strength] },
        { term: `Grade ${entry.gradeRule}`, text: describeGradeRule(entry.gradeRule) },
        { term: "Kind of evidence", text: sentenceCase(entry.evidenceKind) },
        { term: "Usual window", text: sentenceCase(formatWindow(entry.onset)) },
        { term: "Loudest it may be by itself", text: PRIORITY_WORDS[entry.ceiling] },
        ...checkFacts(context.knowledge, entry),
        { term: `Members and RxCUI (${entry.members.length})`, text: <MemberList members={entry.members} /> },
        ...(entry.together === undefined
          ? []
          : [
              {
                term: `Only together with one of (${entry.together.members.length})`,
                text: <MemberList members={entry.together.members} />,
              },
            ]),
      ]}
      sections={sectionsOf(entry, context)}
      version={context.knowledge.version}
    />
  );
}

function InShort({ entry, context }: { entry: DrugClass; context: PageContext }) {
  const [figure] = entry.evidence;
  const [against] = entry.against;
  return (
    <>
      <p>
        {STRENGTH_WORDS[entry.strength]}:{" "}
        <Sentence text={figure?.text ?? `no figure was read; ${entry.evidenceKind}`} context={context} />.{" "}
        {figure !== undefined && <SourceMarks ids={[figure.source]} context={context} />}
      </p>
      <p>
        <Sentence text={entry.mechanismText} context={context} />
      </p>
      {against !== undefined && (
        <p>
          Against: <Sentence text={against.text} context={context} />{" "}
          <SourceMarks ids={against.sources} context={context} />
        </p>
      )}
    </>
  );
}

function sectionsOf(entry: DrugClass, context: PageContext): ArticleSection[] {
  const { knowledge } = context;
  const panels = forestPanels(
    entry.evidence.map((figure) => ({
      figure,
      label: studyName(figure, knowledge.sources.get(figure.source)),
      href: null,
    })),
  );
  const mechanisms = entry.mechanisms.flatMap((id) => knowledge.mechanisms.filter((one) => one.id === id));
  const labs = entry.labs
    .flatMap((id) => knowledge.labs.filter((one) => one.id === id))
    .map((lab) => ({ href: labHref(lab.id), words: lab.name }));
  const section = (id: string, title: string, body: ArticleSection["body"], shown = true): ArticleSection[] =>
    shown ? [{ id, title, body }] : [];
  return [
    ...section(
      "forest-plot",
      "Forest plot",
      panels.map((panel) => (
        <ForestPlot key={panel.id} panel={panel} sourceOf={(id) => context.numbersOf([id])[0] ?? null} />
      )),
      panels.length > 0,
    ),
    ...section("figures", "Figures", <FigureList figures={entry.evidence} context={context} />),
    ...section(
      "known",
      "What else is known",
      <StatementList statements={entry.statements} context={context} />,
      entry.statements.length > 0,
    ),
    ...section(
      "how",
      "How it may act",
      <>
        <p>
          <Sentence text={entry.mechanismText} context={context} />
        </p>
        {mechanisms.length > 0 && (
          <p>Adds up with other drugs by: {mechanisms.map((mechanism) => mechanism.name.toLowerCase()).join(", ")}.</p>
        )}
      </>,
    ),
    ...section(
      "window",
      "Usual window",
      <>
        <p>
          {sentenceCase(formatWindow(entry.onset))}. <SourceMarks ids={entry.onset.sources} context={context} />
        </p>
        {entry.onset.note !== undefined && entry.onset.verified && (
          <p>
            <Sentence text={entry.onset.note} context={context} />
          </p>
        )}
        {!entry.onset.verified && entry.onset.anchor !== "none" && (
          <p>It orders findings by clinical judgement; its days were not read in a source and are not printed.</p>
        )}
      </>,
    ),
    ...section(
      "against",
      "What speaks against",
      <StatementList statements={entry.against} context={context} empty="None found in the sources we read." />,
    ),
    ...section(
      "options",
      "Options",
      <StatementList statements={entry.options} context={context} empty="None of its own." />,
    ),
    ...section(
      "alternatives",
      "Alternatives",
      <StatementList statements={entry.alternatives} context={context} />,
      entry.alternatives.length > 0,
    ),
    ...section(
      "cures",
      "Mistaken cures",
      <StatementList statements={entry.mistakenCures} context={context} />,
      entry.mistakenCures.length > 0,
    ),
    ...section(
      "safety",
      "Safety flags",
      <StatementList
        statements={[...entry.safety, ...entry.withdrawal, ...entry.accumulatesIn].map((flag) => ({
          text: `${flag.title}. ${flag.text} ${flag.options.join(" ")}`,
          sources: flag.sources,
        }))}
        context={context}
      />,
      entry.safety.length + entry.withdrawal.length + entry.accumulatesIn.length > 0,
    ),
    ...section(
      "loudness",
      "When it is shown louder or quieter",
      <StatementList
        statements={[
          ...entry.raisedTo.map((raise) => ({ text: raise.words, sources: [] })),
          ...(entry.loudOnlyWhen === undefined ? [] : [{ text: entry.loudOnlyWhen.words, sources: [] }]),
        ]}
        context={context}
      />,
      entry.raisedTo.length > 0 || entry.loudOnlyWhen !== undefined,
    ),
    ...section("tests", "Tests", <LinkList links={labs} empty="It asks for no test of its own." />),
    ...section(
      "rules",
      "Rules that use it",
      <>
        <p>Its own rule is {entry.ruleId}.</p>
        <UseList uses={rulesOfClass(knowledge, entry)} empty="No other rule uses it." />
      </>,
    ),
    versionHistory("classes", entry.id, context),
    ...section("sources", `Sources 1 to ${context.sources.length}`, <SourceList sources={context.sources} />),
  ];
}
