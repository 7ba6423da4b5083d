import type { Metadata } from "next";
import Link from "next/link";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { Knowledge } from "@/lib/knowledge/schema";
import { ForestPlot } from "./_charts/forest-plot";
import { forestPanels } from "./_charts/forest-panels";
import { classHref, KNOWLEDGE_KINDS } from "@/app/_view-models/knowledge-href";
import { FocusedTitle } from "@/app/_components/focused-title";
import { SearchBox } from "./_search/search-box";
import { searchKnowledge } from "@/app/_view-models/knowledge-search/search-knowledge";
import { SearchResults } from "./_search/search-results";
import { classRows } from "./_table/class-rows";
import { ClassTable } from "./_table/class-table";
import { entriesOf } from "@/app/_view-models/entry-title";
import { PART_WORDS } from "./_view-models/kind-words";
import { ChangeLog } from "./_components/change-log";
import styles from "./knowledge.module.css";

export const metadata: Metadata = { title: "Knowledge" };

type Props = { searchParams: Promise<{ q?: string | string[]; topic?: string | string[] }> };

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

/** The knowledge base: search, what there is, every class in one table, and the effect sizes that have intervals. */
export default async function KnowledgePage({ searchParams }: Props) {
  const { q, topic } = await searchParams;
  const query = first(q).trim();
  const knowledge = loadKnowledge();
  const topics = [...new Set(knowledge.classes.map((one) => one.topic))].sort((a, b) => a.localeCompare(b));
  const inTopic = (name: string) => knowledge.classes.filter((one) => one.topic === name).length;
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <FocusedTitle>Knowledge</FocusedTitle>
        <p className={styles.lead}>
          What is known about drugs and other causes of muscle cramps: how strong the evidence is, the figure as its
          source prints it, and what speaks against it. For clinicians.{" "}
          <Link href="/method" prefetch={false}>
            Method
          </Link>
        </p>
        <p className="cc-meta">
          Knowledge version {knowledge.version} · {knowledge.sources.size} sources
        </p>
      </div>
      <SearchBox query={query} />
      {query !== "" && <SearchResults query={query} answer={searchKnowledge(knowledge, query)} />}
      <section id="covered" aria-labelledby="covered-title">
        <h2 id="covered-title">What we cover</h2>
        <ul className={styles.parts}>
          {KNOWLEDGE_KINDS.map((kind) => (
            <li key={kind}>
              <Link href={kind === "classes" ? "/knowledge#classes" : `/knowledge/${kind}`} prefetch={false}>
                {PART_WORDS[kind].many} <span className={styles.number}>{entriesOf(knowledge, kind).length}</span>
              </Link>
            </li>
          ))}
        </ul>
        <h3>Classes by topic</h3>
        <ul className={styles.topics}>
          {topics.map((name) => (
            <li key={name}>
              <Link href={`/knowledge?topic=${encodeURIComponent(name)}#classes`} prefetch={false}>
                {name}
              </Link>{" "}
              <span className={styles.number}>{inTopic(name)}</span>
            </li>
          ))}
        </ul>
      </section>
      {query === "" && (
        <p className={styles.jump}>
          On this page: <a href="#classes">All classes</a> · <a href="#forest-plots">Effect sizes with intervals</a> ·{" "}
          <a href="#changes">What changed and why</a>
        </p>
      )}
      {query === "" && (
        <Overview knowledge={knowledge} topics={topics} topic={topics.find((one) => one === first(topic)) ?? null} />
      )}
    </main>
  );
}

/** Every class in one table, and their effect sizes on common axes. Left out beside the results of a search. */
function Overview({
  knowledge,
  topics,
  topic,
}: {
  knowledge: Knowledge;
  topics: readonly string[];
  topic: string | null;
}) {
  const panels = forestPanels(
    knowledge.classes.flatMap((one) =>
      one.evidence.map((figure) => ({ figure, label: one.name, href: classHref(one.id) })),
    ),
  );
  return (
    <>
      <section id="classes" aria-labelledby="classes-title">
        <h2 id="classes-title">All classes</h2>
        <ClassTable key={topic ?? ""} rows={classRows(knowledge)} topics={topics} topic={topic} />
      </section>
      <section id="forest-plots" aria-labelledby="plots-title">
        <h2 id="plots-title">Effect sizes with intervals</h2>
        <p className={styles.lead}>
          One panel for each measure; cramps apart from blood results and other outcomes. A figure that several classes
          share is drawn once.
        </p>
        <div className={styles.plots}>
          {panels.map((panel) => (
            <ForestPlot key={panel.id} panel={panel} />
          ))}
        </div>
      </section>
      <section id="changes" aria-labelledby="changes-title">
        <h2 id="changes-title">What changed and why</h2>
        <ChangeLog knowledge={knowledge} />
      </section>
    </>
  );
}
