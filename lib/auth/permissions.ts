import type { Role } from "@/lib/store/accounts/users";

/**
 * Who may do what inside their own organisation: the one table, enforced by `requireSession` for every handler and told in
 * docs/operations.md. A draft is the clinic's and not its author's: colleagues stand in for each other, so any clinician may
 * edit, sign, archive or delete it, and each of that is on record.
 */
export const PERMISSIONS = {
  "account.own": ["clinician", "admin"],
  "entry.read": ["clinician", "admin"],
  "review.open": ["clinician", "admin"],
  "review.edit": ["clinician", "admin"],
  "review.delete": ["clinician", "admin"],
  "review.sign": ["clinician", "admin"],
  "review.archive": ["clinician", "admin"],
  "review.export": ["clinician", "admin"],
  "settings.change": ["admin"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

/** What each permission allows, for the documentation. */
export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  "account.own": "keep or end one's own session, change one's own password",
  "entry.read": "have an entry read, look up drugs, conditions and reviews, read a FHIR file",
  "review.open": "open and download any review of the organisation, check a report's digest",
  "review.edit": "make drafts, edit any draft, decide, choose tests, plan follow-ups, make new versions",
  "review.delete": "delete any draft, remove the examples",
  "review.sign": "sign any draft",
  "review.archive": "archive any review and bring it back",
  "review.export": "export several reviews at once",
  "settings.change": "change the organisation's name, country, units and time zone",
};

/** Whether an account of this role may do that. */
export function mayDo(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}
