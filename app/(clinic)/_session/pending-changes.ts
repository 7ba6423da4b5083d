/** Something typed that may not be on the server yet. */
type Changes = { hasUnsaved(): boolean; flush(): Promise<boolean>; /** Sends nothing more by itself. */ pause(): void };
type Pending = {
  key: string;
  /** What it belongs to, for a sentence: “CC-0412”. */ name: () => string;
  changes: Changes;
};

const open = new Set<Pending>();
let held: readonly Pending[] = [];

/** Lets the session know of changes that it must not lose; returns what takes them off the list again. */
export function registerChanges(pending: Pending): () => void {
  held = held.filter((one) => one.key !== pending.key);
  open.add(pending);
  return () => open.delete(pending);
}

/** Sends whatever is not on the server yet. */
export async function sendPending(): Promise<void> {
  await Promise.all([...open].map(({ changes }) => changes.flush()));
}

export function anyUnsent(): boolean {
  return [...open].some(({ changes }) => changes.hasUnsaved());
}

/** Keeps in memory what could not be sent, while its page is taken away; returns what it belongs to. */
export function holdUnsent(): string[] {
  held = [...open].filter(({ changes }) => changes.hasUnsaved());
  held.forEach(({ changes }) => changes.pause());
  return held.map(({ name }) => name());
}

/** What was kept under this key, for the page that comes back. */
export function heldChanges(key: string): Changes | null {
  return held.find((one) => one.key === key)?.changes ?? null;
}

export function anyHeld(): boolean {
  return held.length > 0;
}

/** Forgets what was kept: too late, or somebody else signed in. */
export function forgetHeld(): void {
  held = [];
}
