import type { NumberedSource } from "@/app/knowledge/_view-models/page-context";
import styles from "./knowledge-parts.module.css";

/** The sources of a page under their numbers, with what was read in each. */
export function SourceList({ sources }: { sources: readonly NumberedSource[] }) {
  if (sources.length === 0) return <p>No source is named for this entry.</p>;
  return (
    <ol className={styles.sources}>
      {sources.map((source) => (
        <li key={source.id} id={`source-${source.number}`} value={source.number}>
          {source.citation}{" "}
          {source.link !== null && (
            <a href={source.link} target="_blank" rel="noreferrer noopener">
              Open source<span className="cc-visually-hidden"> {source.number} in a new tab</span>
            </a>
          )}
          {source.link !== null && <span className={styles.printed}> {source.link}</span>}
          <span className={styles.read}>
            {source.notAPage ? "Not a page: " : "Read there: "}
            {source.whatWasVerified}
          </span>
        </li>
      ))}
    </ol>
  );
}
