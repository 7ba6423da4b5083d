import Link from "next/link";
import type { ReactNode } from "react";
import { SearchBox } from "../_search/search-box";
import { FactList, type Fact } from "./fact-list";
import { FocusedTitle } from "@/app/_components/focused-title";
import styles from "./knowledge-article.module.css";

export type ArticleSection = { id: string; title: string; body: ReactNode };

/** A knowledge page: way back, title, what it says in short, facts beside it, and its sections with a list of them. */
export function KnowledgeArticle({
  trail,
  title,
  kicker,
  inShort,
  facts,
  sections,
  version,
}: {
  /** The shelf above this page. */
  trail: { href: string; words: string };
  title: string;
  /** What it is: strength, severity, role; stands under the title. */
  kicker: ReactNode;
  inShort: ReactNode;
  facts: readonly Fact[];
  sections: readonly ArticleSection[];
  version: string;
}) {
  return (
    <main id="main" className={styles.page}>
      <div className={styles.top}>
        <nav aria-label="Where this page is">
          <Link href="/knowledge" prefetch={false}>
            Knowledge
          </Link>{" "}
          ›{" "}
          <Link href={trail.href} prefetch={false}>
            {trail.words}
          </Link>
        </nav>
        <SearchBox query="" compact />
      </div>
      <header className={styles.head}>
        <FocusedTitle>{title}</FocusedTitle>
        <p className={styles.kicker}>{kicker}</p>
        <div className={styles.short}>
          <h2 className="cc-visually-hidden">In short</h2>
          {inShort}
        </div>
        <p className={styles.reader}>For clinicians. Not advice for patients.</p>
      </header>
      <nav className={styles.contents} aria-label="On this page">
        <p className={styles.contentsTitle}>On this page</p>
        <ul>
          {sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`}>{section.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <aside className={styles.facts} aria-label="Facts">
        <FactList facts={facts} />
      </aside>
      <div className={styles.body} id="content" tabIndex={-1}>
        {sections.map((section) => (
          <section key={section.id} id={section.id} aria-labelledby={`${section.id}-title`}>
            <h2 id={`${section.id}-title`}>{section.title}</h2>
            {section.body}
          </section>
        ))}
        <p className={styles.foot}>
          CrampCheck, knowledge version {version}.{" "}
          <Link href="/method" prefetch={false}>
            How this is graded and used
          </Link>
        </p>
      </div>
    </main>
  );
}
