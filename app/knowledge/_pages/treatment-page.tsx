import type { Treatment } from "@/lib/knowledge/schema";
import { ForestPlot } from "../_charts/forest-plot";
import { forestPanels } from "../_charts/forest-panels";
import { versionHistory } from "@/app/knowledge/_components/change-list";
import { formatChecked, checkFacts } from "@/app/knowledge/_components/check-facts";
import { FigureList } from "@/app/knowledge/_components/figure-list";
import { KnowledgeArticle, type ArticleSection } from "@/app/knowledge/_components/knowledge-article";
import { SourceList } from "@/app/knowledge/_components/source-list";
import { Sentence, SourceMarks, StatementList } from "@/app/knowledge/_components/statement-list";
import { pageContext, type PageContext } from "@/app/knowledge/_view-models/page-context";
import { studyName } from "@/app/knowledge/_view-models/study-name";
import { sentenceCase } from "@/app/_view-models/sentence-case";

/** The page of a treatment: what it does, by which figures, for whom it is not offered. */
export function TreatmentPage({ entry }: { entry: Treatment }) {
  const context = pageContext(entry);
  return (
    <KnowledgeArticle
      trail={{ href: "/knowledge/treatments", words: "Treatments and self-care" }}
      title={entry.name}
      kicker={`${sentenceCase(entry.category)} · ${formatChecked(entry)}`}
      inShort={
        <>
          <p>
            <Sentence text={entry.effect} context={context} />
          </p>
          <p>
            <Sentence text={entry.position} context={context} />
          </p>
        </>
      }
      facts={[
        { term: "Kind", text: sentenceCase(entry.category) },
        { term: "Evidence", text: sentenceCase(entry.evidenceLevel) },
        { term: "Studied in", text: entry.population === null ? "not given" : sentenceCase(entry.population) },
        ...checkFacts(context.knowledge, entry),
      ]}
      sections={sectionsOf(entry, context)}
      version={context.knowledge.version}
    />
  );
}

function sectionsOf(entry: Treatment, context: PageContext): ArticleSection[] {
  const panels = forestPanels(
    entry.figures.map((figure) => ({
      figure,
      label: studyName(figure, context.knowledge.sources.get(figure.source)),
      href: null,
    })),
  );
  const text = (words: string | null, empty: string) => (
    <p>{words === null ? empty : <Sentence text={words} context={context} />}</p>
  );
  return [
    {
      id: "effect",
      title: "How well it works",
      body: (
        <p>
          <Sentence text={entry.effect} context={context} /> <SourceMarks ids={entry.sources} context={context} />
        </p>
      ),
    },
    ...(panels.length === 0
      ? []
      : [
          {
            id: "forest-plot",
            title: "Forest plot",
            body: panels.map((panel) => (
              <ForestPlot key={panel.id} panel={panel} sourceOf={(id) => context.numbersOf([id])[0] ?? null} />
            )),
          },
        ]),
    { id: "figures", title: "Figures", body: <FigureList figures={entry.figures} context={context} /> },
    { id: "position", title: "Position", body: text(entry.position, "") },
    { id: "adverse", title: "Unwanted effects", body: text(entry.adverse, "None given by a source we read.") },
    { id: "cautions", title: "Cautions", body: text(entry.cautions, "None given by a source we read.") },
    { id: "interactions", title: "Interactions", body: text(entry.interactions, "None given by a source we read.") },
    {
      id: "unsafe",
      title: "Not offered where",
      body: (
        <StatementList
          statements={entry.unsafeWhen.map((gate) => ({ text: gate.words, sources: [] }))}
          context={context}
          empty="No such situation is recorded."
        />
      ),
    },
    versionHistory("treatments", entry.id, context),
    { id: "sources", title: `Sources 1 to ${context.sources.length}`, body: <SourceList sources={context.sources} /> },
  ];
}
