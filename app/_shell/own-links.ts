import { mayDo, type Permission } from "@/lib/auth/permissions";
import type { Role } from "@/lib/store/accounts/users";

/** A page that somebody may open, with its name. */
export type OwnLink = { href: string; words: string };

const PAGES: readonly (OwnLink & { permission: Permission })[] = [
  { href: "/account", words: "Account", permission: "account.own" },
  { href: "/accounts", words: "Accounts and invitations", permission: "account.administer" },
  { href: "/audit", words: "Audit trail", permission: "audit.read" },
  { href: "/settings", words: "Settings", permission: "settings.change" },
];

/** The pages behind the menu and the palette that this role may open, besides the clinical ones. */
export function ownLinks(role: Role): OwnLink[] {
  return PAGES.filter(({ permission }) => mayDo(role, permission)).map(({ href, words }) => ({ href, words }));
}
