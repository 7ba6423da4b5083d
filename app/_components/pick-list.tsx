"use client";

import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { plainText, type RichText } from "@/app/_view-models/rich-text";
import { RichTextView } from "./drug-name";
import styles from "./pick-list.module.css";

export type PickOption = { id: string; label: RichText; detail: string | null };

const WAIT_MS = 150;

/**
 * An editable field with a list of what was found (ARIA combobox, manual selection): nothing is highlighted or chosen by
 * itself, Enter takes only what the arrow keys reached, and leaving the field takes nothing.
 * `onWritten`: what Enter does with the words themselves, where free words are allowed.
 */
export function PickList<Option extends PickOption>({
  id,
  label,
  description,
  placeholder,
  find,
  minLength,
  onPick,
  onWritten,
  notFound,
  autoFocus = false,
  error,
}: {
  id: string;
  label: string;
  description?: string;
  placeholder?: string;
  find: (words: string, signal: AbortSignal) => Promise<readonly Option[] | null>;
  minLength: number;
  onPick: (option: Option) => void;
  onWritten?: (words: string) => void;
  notFound: (words: string) => string;
  autoFocus?: boolean;
  error?: string;
}) {
  const listId = useId();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<{ words: string; options: readonly Option[] } | null>(null);
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  useEffect(() => {
    const wanted = words.trim();
    if (wanted.length < minLength) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void find(wanted, abort.signal).then((options) => {
        if (options === null || abort.signal.aborted) return;
        setFound({ words: wanted, options });
        setActive(-1);
      });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words, minLength, find]);

  const asked = words.trim().length >= minLength;
  const options = asked ? (found?.options ?? []) : [];
  const shown = open && asked && found !== null;
  const describeFound = options.length === 0 ? notFound(words.trim()) : `${options.length} found`;

  const clear = () => {
    setWords("");
    setFound(null);
    setActive(-1);
    setOpen(false);
  };
  const pick = (option: Option) => {
    clear();
    onPick(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) => Math.min(options.length - 1, Math.max(-1, now + step)));
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const option = options[active];
      if (shown && option) pick(option);
      else if (onWritten && words.trim() !== "") {
        onWritten(words.trim());
        clear();
      }
    } else if (event.key === "Escape" && shown) {
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {description && (
        <p id={`${id}-help`} className={styles.help}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <input
        ref={input}
        id={id}
        className={styles.input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={words}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        aria-describedby={[description && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={`Found for: ${label}`}
        className={styles.list}
        hidden={!shown || options.length === 0}
      >
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            aria-label={[plainText(option.label), option.detail].filter(Boolean).join(", ")}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(option);
            }}
          >
            <span aria-hidden="true">
              <RichTextView words={option.label} />
            </span>
            {option.detail && <span className={styles.detail}>{option.detail}</span>}
          </li>
        ))}
      </ul>
      <p className={shown && options.length === 0 ? styles.none : "cc-visually-hidden"} role="status">
        {shown ? describeFound : ""}
      </p>
    </div>
  );
}
