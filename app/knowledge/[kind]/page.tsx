import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { classHref, isKnowledgeKind } from "@/app/_view-models/knowledge-href";
import { FocusedTitle } from "@/app/_components/focused-title";
import { SearchBox } from "../_search/search-box";
import { entriesOf } from "@/app/_view-models/entry-title";
import { PART_WORDS } from "@/app/knowledge/_view-models/kind-words";
import styles from "../knowledge.module.css";

type Props = { params: Promise<{ kind: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = await params;
  return { title: isKnowledgeKind(kind) ? PART_WORDS[kind].many : "Knowledge" };
}

/** All entries of one kind, by group. The id of a class by itself leads to its page. */
export default async function KnowledgeKindPage({ params }: Props) {
  const { kind } = await params;
  const knowledge = loadKnowledge();
  if (kind === "classes") redirect("/knowledge#classes");
  if (!isKnowledgeKind(kind)) {
    if (knowledge.classes.some((one) => one.id === kind)) redirect(classHref(kind));
    notFound();
  }
  const entries = entriesOf(knowledge, kind);
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return (
    <main id="main" className={styles.page}>
      <nav aria-label="Where this page is">
        <Link href="/knowledge" prefetch={false}>
          Knowledge
        </Link>
      </nav>
      <div className={styles.head}>
        <FocusedTitle>{PART_WORDS[kind].many}</FocusedTitle>
        <p className={styles.lead}>
          {entries.length} entries. Not being here does not mean no effect: we list what we have read.
        </p>
      </div>
      <SearchBox query="" />
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h2>
              {group} <span className={styles.number}>{entries.filter((entry) => entry.group === group).length}</span>
            </h2>
            <ul className={styles.entries}>
              {entries
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <li key={entry.id}>
                    {entry.ruleId !== null && <span className={styles.ruleId}>{entry.ruleId}</span>}
                    <Link href={entry.href} prefetch={false}>
                      {entry.title}
                    </Link>
                    <span className="cc-muted">{entry.note}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  );
}
