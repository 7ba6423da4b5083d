"use client";

import { Button, TextInput } from "@mantine/core";
import { useEffect, useState, type FormEvent } from "react";
import { callApi } from "@/app/_http/call-api";
import { ErrorSummary, type FieldError } from "@/app/_components/error-summary";
import styles from "../../form-page.module.css";

const UNREACHABLE = "The server could not be reached. Your password was not changed. Try again in a minute.";

/** Present and new password; one's other sessions end when it is changed. */
export function ChangePasswordForm({ email }: { email: string }) {
  const [present, setPresent] = useState("");
  const [next, setNext] = useState("");
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [done, setDone] = useState(false);

  useEffect(() => {
    document.title = `${errors.length > 0 ? "Error: " : ""}Account – CrampCheck`;
  }, [errors]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    const missing = [
      ...(present === "" ? [{ fieldId: "present", message: "Enter your present password." }] : []),
      ...(next === "" ? [{ fieldId: "next", message: "Enter a new password." }] : []),
    ];
    setErrors(missing);
    if (missing.length > 0) return;
    const answer = await callApi<{ changed: true }>("/api/account/password", { present, next }, { method: "PUT" });
    if (answer.ok) {
      setErrors([]);
      setPresent("");
      setNext("");
      setDone(true);
      return;
    }
    const message = answer.kind === "refused" ? answer.message : UNREACHABLE;
    setErrors([{ fieldId: message.includes("present password") ? "present" : "next", message }]);
  };
  const errorOf = (field: string) => errors.find((error) => error.fieldId === field)?.message;

  return (
    <form id="change-password" className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary errors={errors} />
      {done && (
        <p className={styles.done} role="status">
          Your password is changed. Your other sessions have ended.
        </p>
      )}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextInput
        id="present"
        label="Present password"
        type="password"
        autoComplete="current-password"
        value={present}
        error={errorOf("present")}
        onChange={(event) => setPresent(event.currentTarget.value)}
      />
      <TextInput
        id="next"
        label="New password"
        description="At least 12 characters. A few words are easier to keep than signs."
        type="password"
        autoComplete="new-password"
        value={next}
        error={errorOf("next")}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="filled">
          Change password
        </Button>
      </div>
    </form>
  );
}
