import { RichTextView } from "@/app/_components/drug-name";
import type { Statement } from "@/lib/knowledge/schema";
import type { PageContext } from "@/app/knowledge/_view-models/page-context";
import styles from "./knowledge-parts.module.css";

/** Numbers of sources, each a link to the list at the end of the page. */
export function SourceMarks({ ids, context }: { ids: readonly string[]; context: PageContext }) {
  return context.numbersOf(ids).map((number) => (
    <a key={number} className={styles.mark} href={`#source-${number}`} aria-label={`Source [${number}]`}>
      [{number}]
    </a>
  ));
}

/** A sentence with its drug names drawn as such. */
export function Sentence({ text, context }: { text: string; context: PageContext }) {
  return <RichTextView words={context.mark(text)} />;
}

/** Statements, each with the numbers of its sources. `empty`: said where there is none. */
export function StatementList({
  statements,
  context,
  empty,
}: {
  statements: readonly Pick<Statement, "text" | "sources">[];
  context: PageContext;
  empty?: string;
}) {
  if (statements.length === 0) return empty === undefined ? null : <p>{empty}</p>;
  return (
    <ul className={styles.statements}>
      {statements.map((statement) => (
        <li key={statement.text}>
          <Sentence text={statement.text} context={context} /> <SourceMarks ids={statement.sources} context={context} />
        </li>
      ))}
    </ul>
  );
}
