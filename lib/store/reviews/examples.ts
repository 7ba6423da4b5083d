import { query } from "@/lib/store/database";
import { formatReference } from "./reference";
import type { Scope } from "@/lib/store/scope";

/** The caller's own draft of an example (known by its local reference), so that trying it again leads back to it; null for none. */
export async function ownExample(scope: Scope, localReference: string): Promise<string | null> {
  const row = await query(scope, (db) =>
    db.review.findFirst({
      where: {
        organisationId: scope.organisationId,
        authorId: scope.userId,
        isExample: true,
        status: "draft",
        localReference,
      },
      orderBy: { number: "desc" },
      select: { number: true },
    }),
  );
  return row === null ? null : formatReference(row.number);
}
