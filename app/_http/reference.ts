import { AppError } from "@/lib/domain/errors";

/** The reference in the address; what has another form does not exist, and an address that cannot be decoded has none. */
export function referenceOf(params: Record<string, string>): string {
  const reference = decoded(params.reference ?? "");
  if (!/^CC-\d{1,9}$/.test(reference)) throw new AppError("not-found");
  return reference;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
