import type { ReactNode } from "react";
import styles from "./patient-banner.module.css";

/** What says which patient this is. No name is ever held. */
export type BannerFacts = {
  reference: string;
  localReference: string | null;
  born: string;
  sex: string;
  /** “eGFR 38 (20 Nov 2026)”, “cramps since about Apr 2026, 5 a week”: dropped on narrow screens. */
  further: readonly string[];
};

/** The patient, always in sight: same place on every page of a review and at the head of every printed page. */
export function PatientBanner({ facts, state }: { facts: BannerFacts; state: ReactNode }) {
  const { reference, localReference, born, sex, further } = facts;
  return (
    <section className={styles.banner} aria-label="Patient">
      <div className={styles.facts}>
        <strong className={styles.reference}>{reference}</strong>
        {localReference && <span className={styles.wide}>{localReference}</span>}
        <span>{born}</span>
        <span>{sex}</span>
        {further.map((fact) => (
          <span key={fact} className={styles.wide}>
            {fact}
          </span>
        ))}
      </div>
      <div className={styles.state}>{state}</div>
    </section>
  );
}
