import type { ReactNode } from "react";
import { DrugName } from "@/app/_components/drug-name";
import { drugWord } from "@/app/_view-models/drug-runs";
import type { Member } from "@/lib/knowledge/schema";
import styles from "./knowledge-parts.module.css";

export type Fact = { term: string; text: ReactNode };

/** Short facts beside the text of a page. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Drugs with their RxNorm ingredient code, and where one differs from its class. Drugs not sold in the US are matched by their name: the list of codes that ships holds US products. */
export function MemberList({ members }: { members: readonly Member[] }) {
  return (
    <ul className={styles.members}>
      {members.map((member) => (
        <li key={member.name}>
          <span>
            <DrugName name={drugWord(member.name)} />
            {member.also !== undefined && (
              <>
                {" "}
                (<DrugName name={drugWord(member.also)} />)
              </>
            )}
          </span>
          <span className={styles.rxcui}>{member.rxcui ?? "by name"}</span>
          {member.note !== undefined && <span className={styles.memberNote}>{member.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A table in a named region of its own, so that a narrow screen scrolls the table and never the page. */
export function TableRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
