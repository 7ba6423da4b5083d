import type { EvidenceFigure } from "@/lib/knowledge/schema";
import { KIND_WORDS } from "@/app/knowledge/_view-models/kind-words";
import type { PageContext } from "@/app/knowledge/_view-models/page-context";
import { Sentence, SourceMarks } from "./statement-list";
import { sentenceCase } from "@/app/_view-models/sentence-case";
import styles from "./knowledge-parts.module.css";

/** Figures as their sources print them, each with what it counts, in whom, by what kind of study. */
export function FigureList({ figures, context }: { figures: readonly EvidenceFigure[]; context: PageContext }) {
  if (figures.length === 0) return <p>No figure in the sources we read.</p>;
  return (
    <ul className={styles.figures}>
      {figures.map((figure) => (
        <li key={`${figure.source} ${figure.text}`}>
          <p className={styles.figureText}>
            <Sentence text={figure.text} context={context} /> <SourceMarks ids={[figure.source]} context={context} />
          </p>
          <p className={styles.figureMeta}>
            Counts: <Sentence text={figure.outcome} context={context} />.
            {figure.comparison !== null && (
              <>
                {" "}
                Against: <Sentence text={figure.comparison} context={context} />.
              </>
            )}
          </p>
          <p className={styles.figureMeta}>
            {[
              sentenceCase(KIND_WORDS[figure.kind]),
              figure.year ?? "year not given",
              figure.population ?? "population not given",
            ].join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
