"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { SymptomId } from "@/lib/domain/context";
import { FIRST_SYMPTOMS, SYMPTOM_LABELS } from "@/app/_view-models/symptom-labels";
import type { FieldProblem, SymptomChip } from "@/app/_view-models/entry/reading-view";
import type { EntryFields, YesNo } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { SymptomChips } from "./symptom-chips";
import { EntryPart } from "./entry-part";
import { ChoiceField, TextField } from "./text-field";
import styles from "./entry-part.module.css";

const YES_NO = [
  { value: "yes", words: "yes" },
  { value: "no", words: "no" },
  { value: "unknown", words: "not known" },
];
const asYesNo = (value: string): YesNo => (value === "yes" || value === "no" || value === "unknown" ? value : "");
const SYMPTOMS = Object.keys(SYMPTOM_LABELS).filter((id): id is SymptomId => id in SYMPTOM_LABELS);

/** Cramps, context and symptoms: all optional, each with why it is asked. */
export function ContextPart({
  entry,
  problems,
  chips,
  onChange,
}: {
  entry: EntryFields;
  problems: readonly FieldProblem[];
  /** What was understood of the patient's words. */
  chips: readonly SymptomChip[];
  onChange: (patch: Partial<EntryFields>) => void;
}) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const answered = Object.values(entry.symptoms).filter((answer) => answer !== "").length;
  const given =
    [
      entry.onset,
      entry.perWeek,
      entry.diary,
      entry.site,
      entry.timing,
      entry.pregnant,
      entry.gestationWeeks,
      entry.dialysis,
      entry.alcoholUnitsPerWeek,
      entry.symptomText,
    ].filter((value) => value !== "").length + answered;
  const told = toldBy(chips);
  const [all, setAll] = useState(() => SYMPTOMS.slice(FIRST_SYMPTOMS).some((id) => entry.symptoms[id]));
  return (
    <EntryPart
      id="context"
      number={4}
      title="Cramps and context"
      status={given === 0 ? "none entered, all optional" : `${given} entered`}
    >
      <div className={styles.grid}>
        <TextField
          id="onset"
          label="Onset"
          help="The month is enough. It lets us compare with drug starts."
          value={entry.onset}
          error={errorOf("onset")}
          onChange={(onset) => onChange({ onset })}
        />
        <TextField
          id="perWeek"
          label="Cramps a week"
          help="To see later whether a change helped."
          inputMode="decimal"
          value={entry.perWeek}
          error={errorOf("perWeek")}
          onChange={(perWeek) => onChange({ perWeek })}
        />
        <TextField
          id="site"
          label="Site"
          help="One leg only asks for other causes."
          value={entry.site}
          error={errorOf("site")}
          onChange={(site) => onChange({ site })}
        />
        <TextField
          id="timing"
          label="Time of day"
          help="At night, on exercise or during dialysis point to different causes."
          value={entry.timing}
          error={errorOf("timing")}
          onChange={(timing) => onChange({ timing })}
        />
        <ChoiceField
          id="pregnant"
          label="Pregnant"
          help="Pregnancy is a cause by itself and changes ranges."
          value={entry.pregnant}
          error={errorOf("pregnant")}
          choices={YES_NO}
          onChange={(value) => onChange({ pregnant: asYesNo(value) })}
        />
        {entry.pregnant === "yes" && (
          <TextField
            id="gestationWeeks"
            label="Weeks of pregnancy"
            help="Cramps are most frequent late in pregnancy."
            inputMode="decimal"
            value={entry.gestationWeeks}
            error={errorOf("gestationWeeks")}
            onChange={(gestationWeeks) => onChange({ gestationWeeks })}
          />
        )}
        <ChoiceField
          id="dialysis"
          label="Dialysis"
          help="Cramps during dialysis have causes of their own."
          value={entry.dialysis}
          error={errorOf("dialysis")}
          choices={YES_NO}
          onChange={(value) => onChange({ dialysis: asYesNo(value) })}
        />
        <TextField
          id="alcoholUnitsPerWeek"
          label="Alcohol, units a week"
          help="A recognised cause; also changes magnesium."
          inputMode="decimal"
          value={entry.alcoholUnitsPerWeek}
          error={errorOf("alcoholUnitsPerWeek")}
          onChange={(alcoholUnitsPerWeek) => onChange({ alcoholUnitsPerWeek })}
        />
      </div>
      <div className={styles.field} style={{ marginTop: 16 }}>
        <label className={styles.label} htmlFor="diary">
          Cramp diary
        </label>
        <p className={styles.help} id="diary-help">
          Counts draw how often before and after a change. One week a line: first day, cramps, and the days written down
          if not all seven, as in “16 Nov 2026: 5, 6 days”.{" "}
          <a href="/diary" target="_blank" rel="noopener">
            Print a diary for the patient
          </a>
        </p>
        <textarea
          id="diary"
          className={styles.input}
          rows={2}
          value={entry.diary}
          aria-describedby={errorOf("diary") === undefined ? "diary-help" : "diary-help diary-error"}
          aria-invalid={errorOf("diary") !== undefined || undefined}
          onChange={(event) => onChange({ diary: event.currentTarget.value })}
        />
        {errorOf("diary") !== undefined && (
          <p className={styles.error} id="diary-error">
            {errorOf("diary")}
          </p>
        )}
      </div>
      <fieldset className={styles.symptoms} id="symptoms">
        <legend>Symptoms</legend>
        <p className={styles.help}>
          Some of these need urgent attention whatever the drugs. What is not answered is shown as not known, never as
          no.
        </p>
        <div className={styles.symptomGrid}>
          {(all ? SYMPTOMS : SYMPTOMS.slice(0, FIRST_SYMPTOMS)).map((id) => (
            <Symptom
              key={id}
              id={id}
              answer={entry.symptoms[id] || (told.get(id) ?? "")}
              onAnswer={(answer) => onChange({ symptoms: { ...entry.symptoms, [id]: answer } })}
            />
          ))}
        </div>
        {!all && (
          <Button mt={8} onClick={() => setAll(true)}>
            {SYMPTOMS.length - FIRST_SYMPTOMS} more questions
          </Button>
        )}
      </fieldset>
      <div style={{ marginTop: 16 }}>
        <label className={styles.label} htmlFor="symptomText">
          In the patient’s words
        </label>
        <p className={styles.help} id="symptomText-help">
          Free words. What they say about the questions above is read and fills them; no name is needed.
        </p>
        <textarea
          id="symptomText"
          className={styles.input}
          rows={2}
          value={entry.symptomText}
          aria-describedby="symptomText-help"
          onChange={(event) => onChange({ symptomText: event.currentTarget.value })}
        />
        <SymptomChips
          chips={chips}
          answers={entry.symptoms}
          onAnswer={(id, answer) => onChange({ symptoms: { ...entry.symptoms, [id]: answer } })}
        />
      </div>
    </EntryPart>
  );
}

/** The answers that the words give by themselves; a yes goes before a no. */
function toldBy(chips: readonly SymptomChip[]): ReadonlyMap<string, "yes" | "no"> {
  const told = new Map<string, "yes" | "no">();
  for (const { id, says } of chips) if (id !== null && says !== null && told.get(id) !== "yes") told.set(id, says);
  return told;
}

function Symptom({ id, answer, onAnswer }: { id: SymptomId; answer: string; onAnswer: (answer: string) => void }) {
  return (
    <div className={styles.symptom} role="radiogroup" aria-label={SYMPTOM_LABELS[id]}>
      <span>{SYMPTOM_LABELS[id]}</span>
      <span className={styles.answers}>
        {[
          { value: "yes", words: "Yes" },
          { value: "no", words: "No" },
          { value: "", words: "Not known" },
        ].map((choice) => (
          <label key={choice.words} className={styles.answer}>
            <input
              type="radio"
              name={`symptom-${id}`}
              checked={answer === choice.value || (choice.value === "" && answer === "unknown")}
              onChange={() => onAnswer(choice.value)}
            />
            {choice.words}
          </label>
        ))}
      </span>
    </div>
  );
}
