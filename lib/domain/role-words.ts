/** What each role of an account is called on a page. Who may do what: lib/auth/permissions.ts. */
export const ROLE_WORDS = {
  clinician: "Clinician",
  pharmacist: "Pharmacist",
  admin: "Administrator",
  auditor: "Auditor",
} as const;
