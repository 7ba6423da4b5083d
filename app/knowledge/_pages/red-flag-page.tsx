import type { RedFlag } from "@/lib/knowledge/schema";
import { conditionHref, labHref } from "@/app/_view-models/knowledge-href";
import { versionHistory } from "@/app/knowledge/_components/change-list";
import { formatChecked, checkFacts } from "@/app/knowledge/_components/check-facts";
import { KnowledgeArticle } from "@/app/knowledge/_components/knowledge-article";
import { SourceList } from "@/app/knowledge/_components/source-list";
import { Sentence, SourceMarks, StatementList } from "@/app/knowledge/_components/statement-list";
import { LinkList } from "@/app/knowledge/_components/use-list";
import { pageContext } from "@/app/knowledge/_view-models/page-context";
import { describePredicate } from "@/app/knowledge/_view-models/predicate-in-words";

/** The page of a red flag: when it is raised, why, and how soon. */
export function RedFlagPage({ entry }: { entry: RedFlag }) {
  const context = pageContext(entry);
  const { knowledge } = context;
  const conditions = knowledge.conditions
    .filter((one) => one.id === entry.conditionId)
    .map((one) => ({ href: conditionHref(one.id), words: one.name }));
  const labs = entry.labs
    .flatMap((id) => knowledge.labs.filter((one) => one.id === id))
    .map((lab) => ({ href: labHref(lab.id), words: lab.name }));
  return (
    <KnowledgeArticle
      trail={{ href: "/knowledge/red-flags", words: "Red flags" }}
      title={entry.title}
      kicker={`Red flag · rule ${entry.ruleId} · ${formatChecked(entry)}`}
      inShort={
        <p>
          <Sentence text={entry.why} context={context} />
        </p>
      }
      facts={[{ term: "How soon", text: entry.howSoon }, ...checkFacts(knowledge, entry)]}
      sections={[
        {
          id: "when",
          title: "When it is raised",
          body: (
            <>
              <p>With {describePredicate(knowledge, entry.when)}.</p>
              {entry.words.length > 0 && (
                <p>Also where the text says, not negated: {entry.words.map((word) => `“${word}”`).join(", ")}.</p>
              )}
            </>
          ),
        },
        {
          id: "why",
          title: "Why",
          body: (
            <p>
              <Sentence text={entry.why} context={context} /> <SourceMarks ids={entry.sources} context={context} />
            </p>
          ),
        },
        {
          id: "options",
          title: "Options",
          body: <StatementList statements={entry.options.map((text) => ({ text, sources: [] }))} context={context} />,
        },
        {
          id: "condition",
          title: "Condition",
          body: <LinkList links={conditions} empty="It stands for no single condition." />,
        },
        { id: "tests", title: "Tests", body: <LinkList links={labs} empty="It asks for no laboratory test." /> },
        versionHistory("red-flags", entry.id, context),
        {
          id: "sources",
          title: `Sources 1 to ${context.sources.length}`,
          body: <SourceList sources={context.sources} />,
        },
      ]}
      version={knowledge.version}
    />
  );
}
