import { SIGNED_OUT_EVENT } from "@/app/_http/call-api";
import type { ExportKind } from "@/lib/clinic/export-limits";

const UNREACHABLE = "The server cannot be reached. Nothing was exported. Try again.";

/** Asks for the reviews as one file and lets the browser save it; returns what went wrong, or null. The references go in the body. */
export async function saveExport(kind: ExportKind, references: readonly string[]): Promise<string | null> {
  const response = await fetch("/api/export", {
    method: "POST",
    body: JSON.stringify({ kind, references }),
    headers: { "content-type": "application/json" },
    credentials: "same-origin",
    cache: "no-store",
    redirect: "error",
  }).catch(() => null);
  if (response === null) return UNREACHABLE;
  if (response.status === 401) window.dispatchEvent(new Event(SIGNED_OUT_EVENT));
  if (!response.ok) return problemOf(await response.json().catch(() => null));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "crampcheck";
  link.click();
  URL.revokeObjectURL(address);
  return null;
}

function problemOf(answer: unknown): string {
  const error = typeof answer === "object" && answer !== null && "error" in answer ? answer.error : null;
  return typeof error === "object" && error !== null && "message" in error && typeof error.message === "string"
    ? error.message
    : UNREACHABLE;
}
