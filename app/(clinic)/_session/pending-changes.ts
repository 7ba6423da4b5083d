/** Something typed that may not be on the server yet. */
type Changes = { hasUnsaved(): boolean; flush(): Promise<boolean>; /** Sends nothing more by itself. */ pause(): void };
type Pending = {
  key: string;
  /** What it belongs to, for a sentence: “CC-0412”. */ name: () => string;
  changes: Changes;
};

const open = new Set<Pending>();
let held: readonly Pending[] = [];

/**
 * Lets the session know of changes that it must not lose; returns what takes them off the list again, when their page goes.
 * Where the page went before everything was sent (it failed, or the session ended), they are held for the page that comes
 * back, and go on being sent meanwhile unless they were told to pause.
 */
export function registerChanges(pending: Pending): () => void {
  held = held.filter((one) => one.key !== pending.key);
  open.add(pending);
  return () => {
    open.delete(pending);
    hold([pending]);
  };
}

function hold(gone: readonly Pending[]): void {
  const keys = new Set(gone.map(({ key }) => key));
  held = [...held.filter(({ key }) => !keys.has(key)), ...gone].filter(isUnsent);
}

function isUnsent({ changes }: Pending): boolean {
  return changes.hasUnsaved();
}

function unsent(): Pending[] {
  return [...new Set([...open, ...held])].filter(isUnsent);
}

/** Sends whatever is not on the server yet. */
export async function sendPending(): Promise<void> {
  await Promise.all(unsent().map(({ changes }) => changes.flush()));
}

export function anyUnsent(): boolean {
  return unsent().length > 0;
}

/** Keeps in memory what could not be sent, while its page is taken away; returns what it belongs to. */
export function holdUnsent(): string[] {
  hold([...open]);
  held.forEach(({ changes }) => changes.pause());
  return held.map(({ name }) => name());
}

/** What was kept under this key and is still not sent, for the page that comes back. */
export function heldChanges(key: string): Changes | null {
  return held.find((one) => one.key === key && isUnsent(one))?.changes ?? null;
}

export function anyHeld(): boolean {
  return held.some(isUnsent);
}

/** Forgets what was kept: too late, or somebody else signed in. */
export function forgetHeld(): void {
  held.forEach(({ changes }) => changes.pause());
  held = [];
}
