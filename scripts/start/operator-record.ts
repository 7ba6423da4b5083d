import { hostname, userInfo } from "node:os";
import { recordSystem } from "@/lib/store/audit";

/** Where an operator's command comes from: no network address, but a machine and its account. */
export function operatorAddress(): string {
  return `command line: ${accountName()}@${hostname()}`;
}

/** Records what an operator did with all data, on the chain that belongs to no organisation. */
export async function recordByOperator(
  action: "data.backup" | "data.restore" | "audit.verify" | "audit.export",
  detail: Readonly<Record<string, string | number | boolean>> = {},
): Promise<void> {
  await recordSystem({ action, detail, address: operatorAddress() });
}

/** A container may run under a number that has no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}
