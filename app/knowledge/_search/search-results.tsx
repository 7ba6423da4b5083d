import Link from "next/link";
import { RichTextView } from "@/app/_components/drug-name";
import { EmptyState } from "@/app/_components/empty-state";
import { drugList } from "@/app/_view-models/drug-runs";
import { KNOWLEDGE_KINDS } from "@/app/_view-models/knowledge-href";
import { PART_WORDS } from "@/app/knowledge/_view-models/kind-words";
import type { SearchAnswer } from "@/app/_view-models/knowledge-search/search-knowledge";
import styles from "./search.module.css";

/** What was found for a query, by kind; what the name stands for; and what may have been meant where nothing was found. */
export function SearchResults({ query, answer }: { query: string; answer: SearchAnswer }) {
  const { hits, drug, meant } = answer;
  const total = hits.length === 1 ? "1 page" : `${hits.length} pages`;
  return (
    <section className={styles.results} aria-labelledby="results-title">
      <h2 id="results-title">{hits.length === 0 ? "No page found" : `${total} for “${query}”`}</h2>
      {drug !== null && (drug.brand || drug.ingredients.join(" ") !== query.trim().toLowerCase()) && (
        <p className={styles.drug}>
          “{query}” {drug.brand ? "is a brand name of" : "stands for"}{" "}
          <RichTextView words={drugList(drug.ingredients)} />.
        </p>
      )}
      {hits.length === 0 && <Nothing query={query} meant={meant} />}
      {KNOWLEDGE_KINDS.map((kind) => ({ kind, found: hits.filter((hit) => hit.kind === kind) }))
        .filter(({ found }) => found.length > 0)
        .map(({ kind, found }) => (
          <div key={kind} className={styles.group}>
            <h3>
              {PART_WORDS[kind].many} <span className="cc-muted">{found.length}</span>
            </h3>
            <ul>
              {found.map((hit) => (
                <li key={hit.href}>
                  <Link href={hit.href} prefetch={false} className={styles.title}>
                    {hit.title}
                  </Link>
                  <span className={styles.note}>
                    {[hit.ruleId, hit.note].filter((part) => part !== null && part !== "").join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

function Nothing({ query, meant }: { query: string; meant: readonly string[] }) {
  return (
    <>
      <EmptyState
        title={`Nothing on “${query}”.`}
        actions={
          <Link href="/knowledge#covered" prefetch={false}>
            What we cover
          </Link>
        }
      >
        Not being here does not mean no effect: we list what we have read.
      </EmptyState>
      {meant.length > 0 && (
        <p>
          Did you mean{" "}
          {meant.map((name, index) => (
            <span key={name}>
              {index > 0 && ", "}
              <Link href={`/knowledge?q=${encodeURIComponent(name)}`} prefetch={false}>
                <RichTextView words={drugList([name])} />
              </Link>
            </span>
          ))}
          ?
        </p>
      )}
    </>
  );
}
