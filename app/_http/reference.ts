import { AppError } from "@/lib/domain/errors";

/** The reference in the address; what has another form does not exist. */
export function referenceOf(params: Record<string, string>): string {
  const reference = decodeURIComponent(params.reference ?? "");
  if (!/^CC-\d{1,9}$/.test(reference)) throw new AppError("not-found");
  return reference;
}
