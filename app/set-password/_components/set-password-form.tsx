"use client";

import { Button, TextInput } from "@mantine/core";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { callApi } from "@/app/_http/call-api";
import { ErrorSummary, type FieldError } from "@/app/_components/error-summary";
import { useHydrated } from "@/app/_components/use-hydrated";
import styles from "@/app/(clinic)/form-page.module.css";

const UNREACHABLE = "The server could not be reached. Your password was not set. Try again in a minute.";

/** A new password, typed once and shown on demand by the browser; the link's secret goes in the body. */
export function SetPasswordForm() {
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [doneFor, setDoneFor] = useState<string | null>(null);
  const ready = useHydrated();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const secret = window.location.hash.slice(1);
    const answer = await callApi<{ email: string }>("/api/password-link", { secret, password });
    if (answer.ok) {
      window.history.replaceState(null, "", window.location.pathname);
      return setDoneFor(answer.data.email);
    }
    setErrors([{ fieldId: "next", message: answer.kind === "refused" ? answer.message : UNREACHABLE }]);
  };

  if (doneFor !== null)
    return (
      <p className={styles.done} role="status">
        The password of {doneFor} is set. <Link href="/sign-in">Sign in</Link>
      </p>
    );
  return (
    <form id="set-password" className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary errors={errors} />
      <TextInput
        id="next"
        label="New password"
        description="At least 12 characters. A few words are easier to keep than signs."
        type="password"
        autoComplete="new-password"
        value={password}
        error={errors[0]?.message}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="filled" disabled={!ready}>
          Set password
        </Button>
      </div>
    </form>
  );
}
