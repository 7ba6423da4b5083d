import Link from "next/link";
import { drugList } from "@/app/_view-models/drug-runs";
import { RichTextView } from "@/app/_components/drug-name";
import type { DrugSelector, Interaction } from "@/lib/knowledge/schema";
import { ForestPlot } from "../_charts/forest-plot";
import { forestPanels } from "../_charts/forest-panels";
import { classHref, interactionHref, labHref } from "@/app/_view-models/knowledge-href";
import { versionHistory } from "@/app/knowledge/_components/change-list";
import { formatChecked, checkFacts } from "@/app/knowledge/_components/check-facts";
import { FigureList } from "@/app/knowledge/_components/figure-list";
import { KnowledgeArticle, type ArticleSection } from "@/app/knowledge/_components/knowledge-article";
import { SourceList } from "@/app/knowledge/_components/source-list";
import { Sentence, SourceMarks, StatementList } from "@/app/knowledge/_components/statement-list";
import { LinkList } from "@/app/knowledge/_components/use-list";
import { pageContext, type PageContext } from "@/app/knowledge/_view-models/page-context";
import { describePredicate } from "@/app/knowledge/_view-models/predicate-in-words";
import { SEVERITY_WORDS } from "@/app/_view-models/severity-words";
import { studyName } from "@/app/knowledge/_view-models/study-name";
import { sentenceCase } from "@/app/_view-models/sentence-case";

/** The page of an interaction: which drugs, how grave, what may happen, what to consider. */
export function InteractionPage({ entry }: { entry: Interaction }) {
  const context = pageContext(entry);
  return (
    <KnowledgeArticle
      trail={{ href: "/knowledge/interactions", words: "Interactions" }}
      title={entry.title}
      kicker={`${SEVERITY_WORDS[entry.severity]} · rule ${entry.ruleId} · ${formatChecked(entry)}`}
      inShort={
        <>
          <p>
            <Sentence text={entry.effect} context={context} />
          </p>
          <p>
            <Sentence text={entry.mechanismText} context={context} />
          </p>
        </>
      }
      facts={[
        { term: "Severity", text: SEVERITY_WORDS[entry.severity] },
        {
          term: "Shown in",
          text: entry.jurisdiction === undefined ? "the US and the UK" : `the ${entry.jurisdiction} only`,
        },
        ...(entry.onsetText === undefined ? [] : [{ term: "In time", text: entry.onsetText }]),
        ...checkFacts(context.knowledge, entry),
      ]}
      sections={sectionsOf(entry, context)}
      version={context.knowledge.version}
    />
  );
}

function sectionsOf(entry: Interaction, context: PageContext): ArticleSection[] {
  const { knowledge } = context;
  const panels = forestPanels(
    entry.figures.map((figure) => ({
      figure,
      label: studyName(figure, knowledge.sources.get(figure.source)),
      href: null,
    })),
  );
  const labs = entry.labs
    .flatMap((id) => knowledge.labs.filter((one) => one.id === id))
    .map((lab) => ({ href: labHref(lab.id), words: lab.name }));
  const replaced = entry.replaces
    .flatMap((id) => knowledge.interactions.filter((one) => one.id === id))
    .map((one) => ({ href: interactionHref(one.id), words: `${one.ruleId} ${one.title}` }));
  return [
    {
      id: "drugs",
      title: entry.drugs.length > 1 ? "Drugs: one from each" : "Drugs",
      body: (
        <>
          {entry.drugs.map((selector, index) => (
            <Selector key={index} selector={selector} context={context} />
          ))}
          {entry.when !== undefined && <p>And: {describePredicate(knowledge, entry.when)}.</p>}
        </>
      ),
    },
    {
      id: "effect",
      title: "What may happen",
      body: (
        <p>
          <Sentence text={entry.effect} context={context} /> <SourceMarks ids={entry.sources} context={context} />
        </p>
      ),
    },
    {
      id: "how",
      title: "How it may act",
      body: (
        <p>
          <Sentence text={entry.mechanismText} context={context} />
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
    ...(entry.caps.length === 0
      ? []
      : [
          {
            id: "caps",
            title: "Limits of the labels",
            body: (
              <StatementList
                statements={entry.caps.map((cap) => ({
                  text: `${sentenceCase(cap.of)} in this combination: at most ${cap.maxDailyMg} mg a day${cap.jurisdiction === undefined ? "" : ` (${cap.jurisdiction})`}.`,
                  sources: [cap.source],
                }))}
                context={context}
              />
            ),
          },
        ]),
    ...(entry.risesTo.length === 0
      ? []
      : [
          {
            id: "rises",
            title: "When it is graver",
            body: (
              <StatementList
                statements={entry.risesTo.map((rise) => ({
                  text: `${SEVERITY_WORDS[rise.severity]}: ${rise.words}`,
                  sources: [],
                }))}
                context={context}
              />
            ),
          },
        ]),
    {
      id: "against",
      title: "What speaks against",
      body: <StatementList statements={entry.against} context={context} empty="None found in the sources we read." />,
    },
    {
      id: "options",
      title: "Options",
      body: <StatementList statements={entry.options.map((text) => ({ text, sources: [] }))} context={context} />,
    },
    { id: "tests", title: "Tests", body: <LinkList links={labs} empty="It asks for no test of its own." /> },
    {
      id: "rules",
      title: "Rules that use it",
      body: (
        <>
          <p>Its own rule is {entry.ruleId}.</p>
          {replaced.length > 0 && (
            <>
              <p>Where both would be shown for the same drugs, it stands in place of:</p>
              <LinkList links={replaced} empty="" />
            </>
          )}
        </>
      ),
    },
    versionHistory("interactions", entry.id, context),
    { id: "sources", title: `Sources 1 to ${context.sources.length}`, body: <SourceList sources={context.sources} /> },
  ];
}

/** One side of an interaction: classes as links, sets opened to their members, single drugs by name. */
function Selector({ selector, context: { knowledge } }: { selector: DrugSelector; context: PageContext }) {
  const classes = selector.classes.flatMap((id) => knowledge.classes.filter((one) => one.id === id));
  const sets = selector.sets.flatMap((id) => knowledge.drugSets.filter((one) => one.id === id));
  return (
    <ul>
      {classes.map((one) => (
        <li key={one.id}>
          <Link href={classHref(one.id)} prefetch={false}>
            {one.name}
          </Link>
        </li>
      ))}
      {sets.map((set) => (
        <li key={set.id}>
          <details>
            <summary>
              {set.name} ({set.members.length})
            </summary>
            <p>
              <RichTextView words={drugList(set.members.map((member) => member.name))} />
            </p>
          </details>
        </li>
      ))}
      {selector.ingredients.length > 0 && (
        <li>
          <RichTextView words={drugList(selector.ingredients)} />
        </li>
      )}
      {selector.except.length > 0 && (
        <li>
          Except{" "}
          <RichTextView
            words={drugList(
              selector.except.map((name) => knowledge.classes.find((one) => one.id === name)?.name ?? name),
            )}
          />
        </li>
      )}
    </ul>
  );
}
