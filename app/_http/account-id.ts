import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { CurrentSession } from "@/lib/auth/current-session";

/** The account in the address; what has another form does not exist. One's own is changed on the account page, not here. */
export function accountOf(params: Readonly<Record<string, string>>, session: CurrentSession): string {
  const id = z.uuid().safeParse(params.userId);
  if (!id.success) throw new AppError("not-found");
  if (id.data === session.user.id)
    throw new AppError("conflict", "This is your own account. Another administrator changes it.");
  return id.data;
}
