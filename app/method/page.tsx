import type { Metadata } from "next";
import Link from "next/link";
import { FocusedTitle } from "@/app/_components/focused-title";
import { GRADE_RULES, STRENGTH_WORDS } from "@/app/_view-models/grade-labels";
import { PriorityBadge } from "@/app/_components/priority-badge";
import type { Priority } from "@/lib/domain/vocabulary";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import styles from "./method.module.css";

export const metadata: Metadata = { title: "Method" };

const LOUDNESS: readonly { priority: Priority; when: string }[] = [
  {
    priority: "act-now",
    when: "A red flag, a pair that a label contraindicates, a critical result, an alarm symptom with the condition that asks for it.",
  },
  {
    priority: "review",
    when: "A major pair; a safety flag such as a boxed warning; a strong class started or raised inside its usual window; a strong or moderate class, or two or more drugs of one mechanism, with a matching abnormal result; lines that were not read; a check that failed.",
  },
  {
    priority: "consider",
    when: "A strong or moderate class otherwise; two or more drugs of one mechanism without a result; a moderate pair; a secondary cause that is present; diuretics, statins, beta agonists and calcium channel blockers at least.",
  },
  {
    priority: "info",
    when: "A weak association, one named in product information only, a minor pair; a condition that can be mistaken for cramps or changes the risk.",
  },
];

/** How lists are read, how evidence is graded, how priorities follow, and what the product does not do. */
export default function MethodPage() {
  const { version, classes, conditions, interactions, labs, treatments, sources } = loadKnowledge();
  return (
    <main id="main" className={styles.page}>
      <FocusedTitle>Method</FocusedTitle>
      <p className={styles.lead}>
        CrampCheck helps a clinician to check what may contribute to an adult’s muscle cramps. It gives options with
        reasons; the clinician decides. Every rule can be read with its sources in the{" "}
        <Link href="/knowledge" prefetch={false}>
          knowledge base
        </Link>
        .
      </p>

      <section aria-labelledby="reading">
        <h2 id="reading">How a list is read</h2>
        <ul>
          <li>
            Every line ends in one of four states, and you see which: recognised, to be confirmed by you, not a
            medication, not recognised. None is dropped.
          </li>
          <li>
            Known names, brands, salts and abbreviations are taken as what they are. A name that is only spelt nearly so
            is offered and never put in by itself; look-alike names are shown together.
          </li>
          <li>A combination is judged as all of its ingredients.</li>
          <li>
            Only what the patient takes now is judged as current. A stopped drug is mentioned where its effect outlasts
            it.
          </li>
          <li>
            A result without a unit is not judged where two units are plausible. What was not entered counts as unknown,
            never as no.
          </li>
        </ul>
      </section>

      <section aria-labelledby="grading">
        <h2 id="grading">How strong an association is</h2>
        <p>
          A grade says how good the evidence is that a class brings on cramps in people. It says nothing about the
          reason in one patient, and nothing about how dangerous a drug is. The first rule that is met holds. A figure
          is shown only where somebody read it in a public page; what was not read is never strong or moderate.
        </p>
        <div className={styles.scroll} role="region" aria-label="Grades" tabIndex={0}>
          <table>
            <caption className="cc-visually-hidden">Rules of the grades</caption>
            <thead>
              <tr>
                <th scope="col">Grade</th>
                <th scope="col">Strength</th>
                <th scope="col">What has to be known</th>
              </tr>
            </thead>
            <tbody>
              {GRADE_RULES.map((rule) => (
                <tr key={rule.letter}>
                  <th scope="row" className="cc-nowrap">
                    {rule.letter === "label-only" ? "none" : rule.letter}
                  </th>
                  <td>{STRENGTH_WORDS[rule.strength]}</td>
                  <td>{rule.words}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>
          Better-controlled data that show no excess or a trivial one lower a grade by one step. A class has a grade
          where data on the class or on at least two members carry it; where one member carries it, that drug has an
          entry of its own.
        </p>
      </section>

      <section aria-labelledby="loudness">
        <h2 id="loudness">How loud a finding is</h2>
        <p>One scale, by rule. There is no score; the rule that gave the level is named on the finding.</p>
        <dl className={styles.levels}>
          {LOUDNESS.map(({ priority, when }) => (
            <div key={priority}>
              <dt>
                <PriorityBadge priority={priority} />
              </dt>
              <dd>{when}</dd>
            </div>
          ))}
        </dl>
        <p>A class never rises above the level that its entry allows. Weak findings are folded, not dropped.</p>
      </section>

      <section aria-labelledby="results">
        <h2 id="results">How results and pairs are judged</h2>
        <ul>
          <li>
            The laboratory’s own range and flag come first; else our range, by sex, age and pregnancy, with its source.
            Calcium is adjusted for an albumin of the same day; eGFR is computed from creatinine, age and sex, and by
            nothing less.
          </li>
          <li>
            A value that cannot be measured in life is questioned. A critical result older than 30 days is something to
            review; one older than a year judges nothing.
          </li>
          <li>
            Each pair of drugs is shown once, by its most severe row. Where a label sets a highest dose, the dose that
            was read is compared with it; where none was read, the row says so.
          </li>
        </ul>
      </section>

      <section aria-labelledby="timing">
        <h2 id="timing">How time is used</h2>
        <p>
          Each class has a window from a start or a change of dose to the first cramp. A drug that began inside it fits
          in time; windows put findings in order and exclude nothing. Where the days of a window were not read in a
          source, they order findings and are not printed. A start date that was not entered is unknown, never today.
        </p>
      </section>

      <section aria-labelledby="tests">
        <h2 id="tests">Why a test is suggested</h2>
        <p>
          Each suggestion lists what asks for it: a drug, a condition or a finding. It says when a recent result already
          answers it, and which panels leave it out. Where nothing points to a test, none is suggested and the page says
          so.
        </p>
      </section>

      <section aria-labelledby="limits">
        <h2 id="limits">What it is not for</h2>
        <ul>
          <li>Emergencies; ruling out rhabdomyolysis, thrombosis or any other disease.</li>
          <li>
            Children: evidence and ranges are for adults. Under 18 the facts are shown with a banner; ranges and eGFR
            are not.
          </li>
          <li>Dosing, or deciding to stop, start or change a drug.</li>
          <li>Use by patients. What a patient gets is handed over by a clinician.</li>
        </ul>
        <p>Not being in the knowledge base does not mean no effect: it lists what was read.</p>
      </section>

      <section aria-labelledby="version">
        <h2 id="version">Version</h2>
        <p>
          Knowledge version {version}: {classes.length} drug classes, {interactions.length} interactions,{" "}
          {conditions.length} conditions, {labs.length} laboratory tests, {treatments.length} treatments, {sources.size}{" "}
          sources. The version is the month of the newest check and a hash of the content; every review names the one it
          was made with.
        </p>
        <p className="cc-meta">
          Drug names and RxCUI: courtesy of the U.S. National Library of Medicine, which is not responsible for the
          product and does not endorse it. This material contains content from LOINC (loinc.org), copyright Regenstrief
          Institute, Inc. and the LOINC Committee, available at no cost under the licence at loinc.org/license. LOINC is
          a registered United States trademark of Regenstrief Institute, Inc.
        </p>
      </section>
    </main>
  );
}
