import { ROLE_WORDS } from "@/lib/domain/role-words";

/** The roles that an account can have, for a choice. */
export const ROLE_OPTIONS = Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }));
