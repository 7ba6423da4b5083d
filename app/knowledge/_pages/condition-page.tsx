import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { SYMPTOM_LABELS } from "@/app/_view-models/symptom-labels";
import type { SymptomId } from "@/lib/domain/context";
import type { KnownCondition } from "@/lib/knowledge/schema";
import { ForestPlot } from "../_charts/forest-plot";
import { forestPanels } from "../_charts/forest-panels";
import { labHref } from "@/app/_view-models/knowledge-href";
import { versionHistory } from "@/app/knowledge/_components/change-list";
import { formatChecked, checkFacts } from "@/app/knowledge/_components/check-facts";
import { FigureList } from "@/app/knowledge/_components/figure-list";
import { KnowledgeArticle, type ArticleSection } from "@/app/knowledge/_components/knowledge-article";
import { SourceList } from "@/app/knowledge/_components/source-list";
import { Sentence, SourceMarks, StatementList } from "@/app/knowledge/_components/statement-list";
import { LinkList, UseList } from "@/app/knowledge/_components/use-list";
import { pageContext, type PageContext } from "@/app/knowledge/_view-models/page-context";
import { describePredicate } from "@/app/knowledge/_view-models/predicate-in-words";
import { usedBy } from "@/app/knowledge/_view-models/used-by";
import { studyName } from "@/app/knowledge/_view-models/study-name";
import { sentenceCase } from "@/app/_view-models/sentence-case";

const ROLE_WORDS: Readonly<Record<KnownCondition["role"], string>> = {
  cause: "Possible cause of cramps",
  mimic: "Can be mistaken for cramps",
  "risk-context": "Context that changes what to consider",
};
const RED_FLAG_WORDS: Readonly<Record<KnownCondition["redFlag"], string>> = {
  yes: "Yes, when newly suspected",
  conditional: "Only with the symptoms or results named under “Urgency”",
  no: "No",
};

/** The page of a condition: why it can matter, what tells it apart, what makes it urgent. */
export function ConditionPage({ entry }: { entry: KnownCondition }) {
  const context = pageContext(entry);
  const codes = entry.icd10cm.map((code) => ({ code, display: icd10cm().byCode(code)?.display ?? null }));
  return (
    <KnowledgeArticle
      trail={{ href: "/knowledge/conditions", words: "Conditions" }}
      title={entry.name}
      kicker={`${ROLE_WORDS[entry.role]} · rule ${entry.ruleId} · ${formatChecked(entry)}`}
      inShort={
        <p>
          <Sentence text={entry.why} context={context} />
        </p>
      }
      facts={[
        { term: "Role", text: ROLE_WORDS[entry.role] },
        { term: "Red flag", text: RED_FLAG_WORDS[entry.redFlag] },
        {
          term: "ICD-10-CM, with the codes below",
          text:
            codes.length === 0 ? (
              "none"
            ) : (
              <ul>
                {codes.map(({ code, display }) => (
                  <li key={code}>
                    <code>{code}</code> {display}
                  </li>
                ))}
              </ul>
            ),
        },
        ...(entry.when === undefined
          ? []
          : [
              {
                term: "Also taken as present with",
                text: sentenceCase(describePredicate(context.knowledge, entry.when)),
              },
            ]),
        ...checkFacts(context.knowledge, entry),
      ]}
      sections={sectionsOf(entry, context)}
      version={context.knowledge.version}
    />
  );
}

function isSymptom(id: string): id is SymptomId {
  return id in SYMPTOM_LABELS;
}

function sectionsOf(entry: KnownCondition, context: PageContext): ArticleSection[] {
  const { knowledge } = context;
  const panels = forestPanels(
    entry.figures.map((figure) => ({
      figure,
      label: studyName(figure, context.knowledge.sources.get(figure.source)),
      href: null,
    })),
  );
  const asked = entry.askFor.map((id) => (isSymptom(id) ? SYMPTOM_LABELS[id].toLowerCase() : id));
  const labs = entry.labs
    .flatMap((id) => knowledge.labs.filter((one) => one.id === id))
    .map((lab) => ({ href: labHref(lab.id), words: lab.name }));
  return [
    {
      id: "why",
      title: "Why it can matter",
      body: (
        <p>
          <Sentence text={entry.why} context={context} /> <SourceMarks ids={entry.sources} context={context} />
        </p>
      ),
    },
    {
      id: "apart",
      title: "What would tell it apart",
      body: <p>{entry.tellsApart ?? "Not given by a source we read."}</p>,
    },
    ...(entry.urgency === null && asked.length === 0
      ? []
      : [
          {
            id: "urgency",
            title: "Urgency",
            body: (
              <>
                {entry.urgency !== null && <p>{entry.urgency}</p>}
                {asked.length > 0 && <p>Asked for first: {asked.join(", ")}.</p>}
              </>
            ),
          },
        ]),
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
    {
      id: "tests",
      title: "Tests",
      body: (
        <>
          <LinkList links={labs} empty="It asks for no laboratory test." />
          {entry.otherTests !== null && <p>Other: {entry.otherTests}</p>}
        </>
      ),
    },
    {
      id: "rules",
      title: "Rules that use it",
      body: (
        <>
          <p>Its own rule is {entry.ruleId}.</p>
          <UseList uses={usedBy(knowledge, "condition", entry.id)} empty="No other rule uses it." />
        </>
      ),
    },
    versionHistory("conditions", entry.id, context),
    { id: "sources", title: `Sources 1 to ${context.sources.length}`, body: <SourceList sources={context.sources} /> },
  ];
}
