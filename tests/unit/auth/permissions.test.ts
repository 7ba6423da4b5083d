import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mayDo, PERMISSION_WORDS, PERMISSIONS, type CallerRole, type Permission } from "@/lib/auth/permissions";

const ALL = Object.keys(PERMISSIONS).filter((key): key is Permission => key in PERMISSIONS);
const ROLES = ["clinician", "pharmacist", "admin", "auditor", "integration"] as const satisfies readonly CallerRole[];

/** Written out a second time, on purpose: a slip in the table is not copied into its test. */
const MAY: Readonly<Record<Permission, string>> = {
  "account.own": "clinician pharmacist admin auditor",
  "entry.read": "clinician pharmacist admin integration",
  "review.open": "clinician pharmacist admin",
  "review.edit": "clinician pharmacist admin",
  "review.delete": "clinician admin",
  "review.sign": "clinician admin",
  "review.co-sign": "pharmacist",
  "review.archive": "clinician pharmacist admin",
  "review.export": "clinician pharmacist admin",
  "settings.open": "clinician pharmacist admin auditor",
  "settings.change": "admin",
  "account.administer": "admin",
  "audit.read": "admin auditor",
};

describe("who may do what", () => {
  it.each(ROLES)("is decided for every act: %s", (role) => {
    expect(ALL.filter((permission) => mayDo(role, permission))).toEqual(
      ALL.filter((permission) => MAY[permission].split(" ").includes(role)),
    );
  });

  it("gives nothing clinical to an auditor, and no account's act to a key", () => {
    expect(ALL.filter((one) => /^(review|entry)\./.test(one) && mayDo("auditor", one))).toEqual([]);
    expect(ALL.filter((one) => !one.startsWith("entry.") && mayDo("integration", one))).toEqual([]);
  });

  it("is written down as it is", () => {
    const docs = readFileSync("docs/operations.md", "utf8");
    for (const one of ALL) {
      const cells = ROLES.map((role) => (mayDo(role, one) ? "yes" : "no")).join(" | ");
      expect(docs).toContain(`| \`${one}\` | ${PERMISSION_WORDS[one]} | ${cells} |`);
    }
  });

  it("is asked in one place: no page or handler compares a role", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
    const comparing = files.filter((file) => /role\s*[!=]==?\s*["']/.test(readFileSync(`app/${file}`, "utf8")));
    expect(comparing).toEqual([]);
  });
});
