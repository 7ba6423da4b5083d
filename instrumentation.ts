const CLEANING_MS = 10 * 60_000;

/** Loads names, codes and knowledge when the server starts, so that the first clinician does not wait for them; removes old rows now and then. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { warmUp } = await import("./lib/intake/warm-up");
  warmUp();
  const { offload } = await import("./lib/offload/offload");
  // A thread of its own for what takes long; nobody waits for it to be ready.
  void offload("read", { input: { medications: "" }, today: "2026-01-01", pieces: 1 }).catch((error: unknown) => {
    console.error("The reading thread did not start:", error instanceof Error ? error.message : "unknown");
  });
  const { removeOldRows } = await import("./lib/auth/sign-in");
  setInterval(() => void removeOldRows(), CLEANING_MS).unref();
}
