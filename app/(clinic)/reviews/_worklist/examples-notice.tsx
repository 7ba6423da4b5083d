"use client";

import { useState } from "react";
import { callApi } from "@/app/_http/call-api";
import styles from "./worklist.module.css";

/** Says that there are made-up patients to practise on, and removes all of them in one action. */
export function ExamplesNotice({ onRemoved }: { onRemoved: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async () => {
    const answer = await callApi<{ removed: number }>("/api/examples", {}, { method: "DELETE" });
    if (answer.ok) {
      onRemoved();
      window.location.reload();
    } else setProblem("They could not be removed. Try again in a minute.");
  };
  return (
    <p className={styles.notice}>
      Reviews marked “Example” are of made-up patients, to practise on.{" "}
      <button type="button" className="cc-link" onClick={() => void remove()}>
        Remove the examples
      </button>
      {problem !== null && <span role="alert"> {problem}</span>}
    </p>
  );
}
