import { randomBytes } from "node:crypto";
import { query } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";
import type { Scope } from "@/lib/store/scope";
import { addUser, type Role, type User } from "@/lib/store/accounts/users";

/** An organisation with one clinician. */
export async function madeUpClinic(name = "Clinic", role: Role = "clinician"): Promise<{ scope: Scope; user: User }> {
  const organisation = await query(ACROSS, (db) => db.organisation.create({ data: { name }, select: { id: true } }));
  return colleague(organisation.id, role);
}

export async function colleague(
  organisationId: string,
  role: Role = "clinician",
  passwordHash = "not a hash",
): Promise<{ scope: Scope; user: User }> {
  const user = await addUser(organisationId, {
    email: `u${randomBytes(6).toString("hex")}@example.org`,
    displayName: `Dr ${randomBytes(3).toString("hex")}`,
    role,
    passwordHash,
  });
  return { scope: { organisationId, userId: user.id }, user };
}
