import type { Role } from "@/lib/store/accounts/users";

/** What a caller can be: an account's role, or `integration` for a system that comes with a key instead of a session. */
export type CallerRole = Role | "integration";

const CLINICAL = ["clinician", "pharmacist", "admin"] as const;
const SIGNING = ["clinician", "admin"] as const;
const EVERY_ACCOUNT = ["clinician", "pharmacist", "admin", "auditor"] as const;

/**
 * Who may do what inside their own organisation: the one table, enforced by `requireSession` for every handler and by
 * `pageSession` for every page, and told in docs/operations.md. A draft is the clinic's and not its author's: colleagues
 * stand in for each other (docs/decisions/013-roles.md), and each act is on record.
 */
export const PERMISSIONS = {
  "account.own": EVERY_ACCOUNT,
  "entry.read": [...CLINICAL, "integration"],
  "review.open": CLINICAL,
  "review.edit": CLINICAL,
  "review.delete": SIGNING,
  "review.sign": SIGNING,
  "review.co-sign": ["pharmacist"],
  "review.archive": CLINICAL,
  "review.export": CLINICAL,
  "settings.open": EVERY_ACCOUNT,
  "settings.change": ["admin"],
  "account.administer": ["admin"],
  "audit.read": ["admin", "auditor"],
} as const satisfies Readonly<Record<string, readonly CallerRole[]>>;

export type Permission = keyof typeof PERMISSIONS;

/** What each permission allows, for the documentation. */
export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  "account.own": "keep or end one's own session, change one's own password",
  "entry.read": "have an entry read, look up drugs, conditions and reviews, read a FHIR file",
  "review.open": "open and download any review of the organisation, check a report's digest",
  "review.edit": "make drafts, edit any draft, decide, choose tests, plan follow-ups, make new versions",
  "review.delete": "delete any draft, remove the examples",
  "review.sign": "sign any draft",
  "review.co-sign": "co-sign a review that somebody else signed",
  "review.archive": "archive any review and bring it back",
  "review.export": "export several reviews at once",
  "settings.open": "see the organisation's name, country, units and time zone",
  "settings.change": "change the organisation's name, country, units and time zone",
  "account.administer":
    "invite, change the role of, disable, end the sessions of and make a reset link for any account",
  "audit.read": "read and export the audit trail, which holds no clinical text",
};

/** Whether a caller of this role may do that. */
export function mayDo(role: CallerRole, permission: Permission): boolean {
  const roles: readonly CallerRole[] = PERMISSIONS[permission];
  return roles.includes(role);
}
