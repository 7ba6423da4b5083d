import Link from "next/link";
import { displayDate } from "@/lib/domain/display-date";
import type { ContentChange, Knowledge } from "@/lib/knowledge/schema";
import { isKnowledgeKind } from "@/app/_view-models/knowledge-href";
import { entriesOf } from "@/app/_view-models/entry-title";
import styles from "./knowledge-parts.module.css";

/** Every change of the content, newest first, with the entries that it is about. */
export function ChangeLog({ knowledge }: { knowledge: Knowledge }) {
  return (
    <ol className={styles.history}>
      {knowledge.history.map((change) => (
        <li key={change.id}>
          <p>
            <span className="cc-nowrap">{displayDate(change.date)}</span> <strong>{change.change}</strong>
          </p>
          <p className={styles.figureMeta}>{change.why}</p>
          <p className={styles.figureMeta}>
            <About knowledge={knowledge} about={change.about} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function About({ knowledge, about }: { knowledge: Knowledge; about: ContentChange["about"] }) {
  if (about === "all") return "Every entry.";
  const entries = about.flatMap((address) => {
    const [kind = "", id = ""] = address.split("/");
    return isKnowledgeKind(kind) ? entriesOf(knowledge, kind).filter((entry) => entry.id === id) : [];
  });
  return entries.map((entry, index) => (
    <span key={entry.href}>
      {index > 0 && " · "}
      <Link href={entry.href} prefetch={false}>
        {entry.title}
      </Link>
    </span>
  ));
}
