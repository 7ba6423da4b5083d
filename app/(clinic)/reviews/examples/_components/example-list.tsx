"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { callApi } from "@/app/_http/call-api";
import styles from "./example-list.module.css";

type Example = { id: string; title: string; who: string; shows: string };

/** The made-up patients, each opened as a draft of one's own. */
export function ExampleList({ examples }: { examples: readonly Example[] }) {
  const router = useRouter();
  const [opening, setOpening] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const open = async (id: string) => {
    setOpening(id);
    setProblem(null);
    const answer = await callApi<{ reference: string }>("/api/examples", { id });
    if (answer.ok) return router.push(`/reviews/${answer.data.reference}`);
    setOpening(null);
    setProblem(answer.kind === "refused" ? answer.message : "The server cannot be reached. Try again in a minute.");
  };

  return (
    <main id="main" className={styles.page}>
      <h1 ref={heading} tabIndex={-1}>
        Example patients
      </h1>
      <p className={styles.lead}>
        Six made-up patients to practise on; none of them is anybody. Each opens as a draft of your own, marked
        “Example”, and all of them can be removed from the worklist in one step.
      </p>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <ul className={styles.list}>
        {examples.map(({ id, title, who, shows }) => (
          <li key={id} className={styles.card}>
            <h2 className={styles.title}>{title}</h2>
            <p className="cc-muted">{who}</p>
            <p>Shows: {shows.charAt(0).toLowerCase() + shows.slice(1)}.</p>
            <Button loading={opening === id} onClick={() => void open(id)} aria-label={`Open the review: ${title}`}>
              Open the review
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/reviews/new" prefetch={false}>
          Start with a list of your own
        </Link>
      </p>
    </main>
  );
}
