import type { HTMLInputTypeAttribute } from "react";
import styles from "./entry-part.module.css";

/** A field with one sentence of help saying why it is asked, and what is wrong with it beside it. */
export function TextField({
  id,
  label,
  help,
  error,
  value,
  onChange,
  type = "text",
  inputMode,
  size,
}: {
  id: string;
  label: string;
  help: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  type?: HTMLInputTypeAttribute;
  inputMode?: "numeric" | "decimal";
  size?: number;
}) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <p className={styles.help} id={`${id}-help`}>
        {help}
      </p>
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        className={styles.input}
        type={type}
        inputMode={inputMode}
        size={size}
        autoComplete="off"
        value={value}
        aria-describedby={error ? `${id}-help ${id}-error` : `${id}-help`}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

/** A choice of few, with its help; the empty choice says that nothing was entered. */
export function ChoiceField({
  id,
  label,
  help,
  error,
  value,
  onChange,
  choices,
}: {
  id: string;
  label: string;
  help: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; words: string }[];
}) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <p className={styles.help} id={`${id}-help`}>
        {help}
      </p>
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        id={id}
        className={styles.input}
        value={value}
        aria-describedby={error ? `${id}-help ${id}-error` : `${id}-help`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">not entered</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </div>
  );
}
