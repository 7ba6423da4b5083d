import { displayDate } from "@/lib/domain/display-date";
import { changesOf } from "@/lib/knowledge/changes/history";
import type { HISTORY_KINDS } from "@/lib/knowledge/schema";
import type { PageContext } from "@/app/knowledge/_view-models/page-context";
import type { ArticleSection } from "./knowledge-article";
import { Sentence, SourceMarks } from "./statement-list";
import styles from "./knowledge-parts.module.css";

/** The section of a page that tells what changed in its entry and why, newest first. */
export function versionHistory(kind: (typeof HISTORY_KINDS)[number], id: string, context: PageContext): ArticleSection {
  const changes = changesOf(context.knowledge, kind, id);
  return {
    id: "history",
    title: "Version history",
    body: (
      <ol className={styles.history}>
        {changes.map((change) => (
          <li key={change.id}>
            <p>
              <span className="cc-nowrap">{displayDate(change.date)}</span>{" "}
              <strong>
                <Sentence text={change.change} context={context} />
              </strong>
            </p>
            <p className={styles.figureMeta}>
              <Sentence text={change.why} context={context} /> <SourceMarks ids={change.sources} context={context} />
            </p>
          </li>
        ))}
      </ol>
    ),
  };
}
