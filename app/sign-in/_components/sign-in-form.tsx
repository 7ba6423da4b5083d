"use client";

import { Button, TextInput } from "@mantine/core";
import { useEffect, useState, useSyncExternalStore, type FormEvent } from "react";
import { callApi } from "@/app/_http/call-api";
import { ErrorSummary, type FieldError } from "@/app/_components/error-summary";
import { answerSentence, decodeAnswer } from "@/lib/auth/sign-in-answer";
import styles from "../sign-in.module.css";

const UNREACHABLE = answerSentence({ kind: "unavailable" });

const neverChanges = () => () => undefined;

/** Asks NextAuth; what it answers is the same for a wrong password and an unknown address. */
async function tryToSignIn(email: string, password: string): Promise<string | null> {
  const { signIn } = await import("next-auth/react");
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok && !answer.error) return null;
    return answerSentence(decodeAnswer(answer?.error ?? ""));
  } catch {
    return UNREACHABLE;
  }
}

/** Where to go on: somebody else than before begins with the worklist and not on the page that was left. */
async function destination(next: string, formerUserId: string | null): Promise<string> {
  if (formerUserId === null) return next;
  const answer = await callApi<{ userId: string }>("/api/session", {});
  return answer.ok && answer.data.userId === formerUserId ? next : "/reviews";
}

/**
 * Email and password; paste and password managers work, and the password can be shown.
 * `formerUserId`: whose session ended in this browser. `onSignedIn`: what to do instead of leaving for `next`.
 */
export function SignInForm({
  next,
  formerUserId = null,
  onSignedIn,
}: {
  next: string;
  formerUserId?: string | null;
  onSignedIn?: () => void;
}) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  // Until the page is alive a click would send the form past NextAuth.
  const ready = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const [errors, setErrors] = useState<FieldError[]>([]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(email.trim() === "" ? [{ fieldId: "email", message: "Enter your email address." }] : []),
      ...(password === "" ? [{ fieldId: "password", message: "Enter your password." }] : []),
    ];
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    const problem = await tryToSignIn(email, password);
    if (problem === null) {
      if (onSignedIn) onSignedIn();
      else window.location.assign(await destination(next, formerUserId));
      return;
    }
    setBusy(false);
    setErrors([{ fieldId: "password", message: problem }]);
  };

  useEffect(() => {
    if (onSignedIn === undefined) document.title = `${errors.length > 0 ? "Error: " : ""}Sign in – CrampCheck`;
  }, [errors, onSignedIn]);

  const errorOf = (field: string) => errors.find((error) => error.fieldId === field)?.message;
  return (
    <form id="sign-in-form" method="post" className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary errors={errors} />
      <TextInput
        id="email"
        label="Email"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        error={errorOf("email")}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <div className={styles.password}>
        <TextInput
          id="password"
          label="Password"
          type={shown ? "text" : "password"}
          name="password"
          autoComplete="current-password"
          value={password}
          error={errorOf("password")}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button onClick={() => setShown(!shown)} aria-pressed={shown} aria-controls="password">
          {shown ? "Hide" : "Show"}
          <span className="cc-visually-hidden"> password</span>
        </Button>
      </div>
      <div>
        <Button type="submit" variant="filled" disabled={!ready} loading={busy}>
          Sign in
        </Button>
      </div>
    </form>
  );
}
