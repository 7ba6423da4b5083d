/** Loads names, codes and knowledge when the server starts, so that the first clinician does not wait for them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { warmUp } = await import("./lib/intake/warm-up");
  warmUp();
}
