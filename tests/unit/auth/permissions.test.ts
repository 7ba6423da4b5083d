import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mayDo, PERMISSION_WORDS, PERMISSIONS, type Permission } from "@/lib/auth/permissions";

const ALL = Object.keys(PERMISSIONS).filter((key): key is Permission => key in PERMISSIONS);

describe("who may do what", () => {
  it("is for administrators alone where it changes the organisation, and for both roles elsewhere", () => {
    expect(ALL.filter((permission) => !mayDo("clinician", permission))).toEqual(["settings.change"]);
    expect(ALL.filter((permission) => !mayDo("admin", permission))).toEqual([]);
  });

  it("is written down as it is", () => {
    const docs = readFileSync("docs/operations.md", "utf8");
    const yes = (role: "clinician" | "admin", permission: Permission) => (mayDo(role, permission) ? "yes" : "no");
    for (const one of ALL)
      expect(docs).toContain(
        `| \`${one}\` | ${PERMISSION_WORDS[one]} | ${yes("clinician", one)} | ${yes("admin", one)} |`,
      );
  });

  it("is asked in one place: no page or handler compares a role", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
    const comparing = files.filter((file) => /role\s*[!=]==?\s*["']/.test(readFileSync(`app/${file}`, "utf8")));
    // What a role is called, on one's own account page, is no decision.
    expect(comparing).toEqual(["(clinic)/account/page.tsx"]);
  });
});
