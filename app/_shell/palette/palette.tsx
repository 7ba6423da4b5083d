"use client";

import type { OwnLink } from "@/app/_shell/own-links";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { callApi } from "@/app/_http/call-api";
import { RichTextView } from "@/app/_components/drug-name";
import { plainText } from "@/app/_view-models/rich-text";
import { signOut } from "@/app/_shell/sign-out";
import { matching, paletteActions, type PaletteOption } from "./palette-actions";
import type { PaletteAnswer, PaletteHit } from "./palette-hit";
import styles from "./palette.module.css";

const WAIT_MS = 150;
const NOTHING: PaletteAnswer = { reviews: [], drugs: [], pages: [] };

/**
 * Search and jump: actions, parts of the page, reviews, drugs and pages of the knowledge base. A combobox with manual
 * selection: nothing is highlighted by itself, and Enter takes only what the arrow keys reached.
 */
export function Palette({
  links,
  onClose,
  onKeys,
}: {
  links: readonly OwnLink[];
  onClose: () => void;
  onKeys: () => void;
}) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [words, setWords] = useState("");
  const [active, setActive] = useState(-1);
  const { answer, failed, searching } = useFound(words);
  const groups = useMemo(() => {
    const go = (href: string) => router.push(href);
    const own = paletteActions({ links, go, showKeys: onKeys, signOut: () => void signOut() });
    const toOption = (hit: PaletteHit): PaletteOption => ({
      ...hit,
      words: plainText(hit.label),
      run: () => go(hit.href),
    });
    return [
      { name: "Actions", options: matching(own.actions, words) },
      { name: "On this page", options: matching(own.parts, words) },
      { name: "Reviews", options: answer.reviews.map(toOption) },
      { name: "Drugs", options: answer.drugs.map(toOption) },
      { name: "Knowledge", options: answer.pages.map(toOption) },
    ].filter(({ options }) => options.length > 0);
  }, [router, links, onKeys, words, answer]);
  const options = groups.flatMap((group) => group.options);

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  const take = (option: PaletteOption) => {
    // Closed first: the focus would go back to the opener after the jump.
    dialog.current?.close();
    option.run();
  };
  const move = (to: number) => {
    const next = Math.min(options.length - 1, Math.max(-1, to));
    setActive(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[active];
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Enter" && option !== undefined) take(option);
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Search or jump"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles.head}>
        <label htmlFor={`${listId}-input`} className={styles.label}>
          Search or jump to a review, a drug, a page or an action
        </label>
        <div className={styles.row}>
          <input
            id={`${listId}-input`}
            className={styles.input}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            value={words}
            maxLength={200}
            autoFocus
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls={listId}
            aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setWords(event.currentTarget.value);
              setActive(-1);
            }}
          />
          <Button onClick={() => dialog.current?.close()}>Close</Button>
        </div>
      </div>
      <div id={listId} role="listbox" aria-label="Found" className={styles.list} hidden={options.length === 0}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={group.name} className={styles.group}>
            <p className={styles.groupName} aria-hidden="true">
              {group.name}
            </p>
            {group.options.map((option) => {
              const index = options.indexOf(option);
              return (
                <div
                  key={option.id}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  aria-label={[option.words, option.detail].filter(Boolean).join(", ")}
                  className={styles.option}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(option)}
                >
                  <span aria-hidden="true">
                    <RichTextView words={option.label} />
                  </span>
                  {option.detail && (
                    <span className={styles.detail} aria-hidden="true">
                      {option.detail}
                    </span>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p role="status" className={options.length === 0 ? styles.none : "cc-visually-hidden"}>
        {describeFound({ searching, failed, found: options.length, words })}
      </p>
      <p className={styles.foot}>Arrow keys choose, Enter opens, Esc closes. Nothing is chosen by itself.</p>
    </dialog>
  );
}

/** What the server finds for the words; what it found last stays until the next is there. */
function useFound(words: string): { answer: PaletteAnswer; failed: boolean; searching: boolean } {
  const [found, setFound] = useState({ words: "", answer: NOTHING, failed: false });
  const wanted = words.trim();
  useEffect(() => {
    if (wanted === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void callApi<PaletteAnswer>("/api/palette", { words: wanted }, { signal: abort.signal }).then((result) => {
        if (!abort.signal.aborted)
          setFound({ words: wanted, answer: result.ok ? result.data : NOTHING, failed: !result.ok });
      });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);
  return wanted === ""
    ? { answer: NOTHING, failed: false, searching: false }
    : { ...found, searching: found.words !== wanted };
}

function describeFound(given: { searching: boolean; failed: boolean; found: number; words: string }): string {
  if (given.searching && given.found === 0) return "Searching…";
  if (given.failed) return "The server cannot be reached; only actions are found.";
  return given.found === 0 ? `Nothing on ‘${given.words.trim()}’.` : `${given.found} found`;
}
