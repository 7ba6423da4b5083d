import { spawn } from "node:child_process";
import { expect, type Browser, type BrowserContext } from "@playwright/test";
import { signIn } from "./sign-in";

const PASSWORD = "a heron by the weir";

/** Whether accounts can be made here: the data directory of the application is known. */
export function canAddPeople(): boolean {
  return (process.env.CRAMPCHECK_DATA ?? "") !== "";
}

/**
 * Makes an account as an operator would (`npm run user`); `organisation`: of a clinic of its own, else of the only one
 * there is.
 */
export async function addPerson(name: string, organisation?: string): Promise<{ email: string; password: string }> {
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}.${Date.now()}@example.org`;
  const where = organisation === undefined ? [] : ["--organisation", organisation];
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/user.ts", "add", email, "--name", name, ...where, "--password-stdin"],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  child.stdin.end(`${PASSWORD}\n`);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect(code, said).toBe(0);
  return { email, password: PASSWORD };
}

/** A browser of its own in which somebody else is signed in. */
export async function signedInAs(
  browser: Browser,
  person: { email: string; password: string },
  baseURL?: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    storageState: { cookies: [], origins: [] },
  });
  await signIn(await context.newPage(), person.email, person.password);
  return context;
}
