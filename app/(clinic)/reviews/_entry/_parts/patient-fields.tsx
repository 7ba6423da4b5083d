"use client";

import type { FieldProblem } from "@/app/_view-models/entry/reading-view";
import type { EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { ChoiceField, TextField } from "./text-field";
import styles from "@/app/(clinic)/reviews/_entry/entry-page.module.css";

const SEXES = [
  { value: "female", words: "female" },
  { value: "male", words: "male" },
  { value: "other", words: "other" },
  { value: "unknown", words: "not known" },
];

/** The three facts that say which patient this is. No name is asked for. */
export function PatientFields({
  entry,
  problems,
  onChange,
}: {
  entry: EntryFields;
  problems: readonly FieldProblem[];
  onChange: (patch: Partial<EntryFields>) => void;
}) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <div className={styles.patient}>
      <TextField
        id="birthYear"
        label="Birth year"
        help="For reference ranges and kidney function. No name is needed."
        inputMode="numeric"
        value={entry.birthYear}
        error={errorOf("birthYear")}
        onChange={(birthYear) => onChange({ birthYear })}
      />
      <ChoiceField
        id="sex"
        label="Sex"
        help="For reference ranges and kidney function."
        value={entry.sex}
        error={errorOf("sex")}
        choices={SEXES}
        onChange={(sex) => onChange({ sex })}
      />
      <TextField
        id="localReference"
        label="Local reference"
        help="Your own number for this patient, never a name. Needed to sign."
        value={entry.localReference}
        onChange={(localReference) => onChange({ localReference: localReference.slice(0, 40) })}
      />
    </div>
  );
}
