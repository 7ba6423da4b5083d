import Link from "next/link";
import type { Use } from "@/app/knowledge/_view-models/used-by";
import styles from "./knowledge-parts.module.css";

/** Rules and other entries that use this one, by kind. */
export function UseList({ uses, empty }: { uses: readonly Use[]; empty: string }) {
  if (uses.length === 0) return <p>{empty}</p>;
  const kinds = [...new Set(uses.map((use) => use.kind))];
  return kinds.map((kind) => (
    <div key={kind} className={styles.uses}>
      <h3>{kind}</h3>
      <ul>
        {uses
          .filter((use) => use.kind === kind)
          .map((use) => (
            <li key={use.id} className={use.ruleId === null ? undefined : styles.rule}>
              {use.ruleId !== null && <span className={styles.ruleId}>{use.ruleId}</span>}
              {use.href === null ? (
                use.title
              ) : (
                <Link href={use.href} prefetch={false}>
                  {use.title}
                </Link>
              )}
            </li>
          ))}
      </ul>
    </div>
  ));
}

/** Links in running lists: tests that are asked for, conditions that a result points to. */
export function LinkList({ links, empty }: { links: readonly { href: string; words: string }[]; empty: string }) {
  if (links.length === 0) return <p>{empty}</p>;
  return (
    <ul className={styles.links}>
      {links.map(({ href, words }) => (
        <li key={href}>
          <Link href={href} prefetch={false}>
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}
