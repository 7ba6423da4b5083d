/** What the sign-in form is told; the same for an address without an account. Safe to import into the browser. */
export type SignInAnswer =
  { kind: "refused"; triesLeft: number } | { kind: "paused"; minutes: number } | { kind: "unavailable" };

/** As it travels in NextAuth's `error`: `refused:4`, `paused:15`, `unavailable`. */
export function encodeAnswer(answer: SignInAnswer): string {
  if (answer.kind === "refused") return `refused:${answer.triesLeft}`;
  if (answer.kind === "paused") return `paused:${answer.minutes}`;
  return "unavailable";
}

/** Reads what `signIn(…)` returned in `error`; anything unknown is "unavailable". */
export function decodeAnswer(error: string): SignInAnswer {
  const [, kind, number] = /^(refused|paused):(\d{1,4})$/.exec(error) ?? [];
  if (kind === "refused") return { kind, triesLeft: Number(number) };
  if (kind === "paused") return { kind, minutes: Number(number) };
  return { kind: "unavailable" };
}

export function answerSentence(answer: SignInAnswer): string {
  if (answer.kind === "refused")
    return `Email or password is not right. ${answer.triesLeft === 1 ? "1 try" : `${answer.triesLeft} tries`} left before a 15-minute pause.`;
  if (answer.kind === "paused")
    return `Too many attempts. Wait ${answer.minutes === 1 ? "1 minute" : `${answer.minutes} minutes`} and try again.`;
  return "Sign-in is not possible at the moment. Try again in a minute.";
}
