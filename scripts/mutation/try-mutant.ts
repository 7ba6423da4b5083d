import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Mutant } from "./find-mutants";
import { roomOf } from "./sample";

export type Verdict = "killed" | "survived" | "timed out";

/** The nearest tests first: most mutants end there. What stores is held by tests with a database. */
const STAGES: readonly { projects: readonly string[]; rooms?: readonly string[] }[] = [
  { projects: ["unit"] },
  { projects: ["golden", "accuracy", "property"], rooms: ["review", "reading", "report"] },
  { projects: ["integration"], rooms: ["store", "auth"] },
];
/** Times the texts of hostile people: of no use here, and long. */
const LEFT_OUT = "tests/property/hostile-texts.test.ts";
const LIMIT_MS = 600_000;

/** A copy of the tree in which files are changed, so that the tree itself never is. */
export class Copy {
  readonly folder = mkdtempSync(path.join(tmpdir(), "crampcheck-mutants-"));

  constructor() {
    for (const file of execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n")) {
      if (!existsSync(file)) continue;
      mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
      cpSync(file, path.join(this.folder, file));
    }
    cpSync("prisma/generated", path.join(this.folder, "prisma/generated"), { recursive: true });
    symlinkSync(path.resolve("node_modules"), path.join(this.folder, "node_modules"));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Whether the tests pass in this copy before anything is changed; else each change would seem to be noticed. */
  async passes(): Promise<boolean> {
    for (const { projects } of STAGES)
      if ((await this.run("lib/domain/vocabulary.ts", projects)) !== "survived") return false;
    return true;
  }

  /** Makes the change, runs the tests that import the file, stage by stage, and takes the change back. */
  async try(mutant: Mutant): Promise<Verdict> {
    const file = path.join(this.folder, mutant.file);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.slice(0, mutant.start) + mutant.to + text.slice(mutant.end));
    try {
      for (const { projects, rooms } of STAGES) {
        if (rooms !== undefined && !rooms.includes(roomOf(mutant))) continue;
        const verdict = await this.run(mutant.file, projects);
        if (verdict !== "survived") return verdict;
      }
      return "survived";
    } finally {
      writeFileSync(file, text);
    }
  }

  private run(file: string, projects: readonly string[]): Promise<Verdict> {
    const parameters = [
      "node_modules/vitest/vitest.mjs",
      ...["related", file, "--run", "--bail", "1", "--passWithNoTests", "--reporter", "dot", "--exclude", LEFT_OUT],
      ...projects.flatMap((project) => ["--project", project]),
    ];
    const env = { ...process.env, PROPERTY_RUNS: "60" };
    return new Promise((resolve) => {
      const child = spawn(process.execPath, parameters, { cwd: this.folder, env, stdio: "ignore", detached: true });
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      }, LIMIT_MS);
      child.once("exit", (code) => {
        clearTimeout(timer);
        if (late) resolve("timed out");
        else resolve(code === 0 ? "survived" : "killed");
      });
    });
  }
}
