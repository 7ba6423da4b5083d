import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { countUsers } from "@/lib/store/accounts/accounts";
import { DEMO_EMAIL, seedDemo } from "@/prisma/seed/seed-demo";
import { say } from "./say.mjs";

/**
 * Says how to sign in. An empty embedded database gets the demo clinic first, with a random password that is printed this
 * once; a server never gets an account that nobody asked for.
 */
export async function howToSignIn(kind: "embedded" | "server", dataDirectory: string): Promise<string> {
  const unfinished = path.join(dataDirectory, "demo-unfinished");
  const users = await countUsers();
  if (kind === "embedded" && (users === 0 || existsSync(unfinished))) {
    say("Setting up a demo clinic with six example patients …");
    writeFileSync(unfinished, "");
    const password = await seedDemo();
    rmSync(unfinished);
    return `Sign in as ${DEMO_EMAIL} with the password ${password}\n(It is shown this once. A new one: npm run user -- reset ${DEMO_EMAIL})`;
  }
  if (users === 0)
    return 'There is no account yet. Make one: npm run user -- add you@example.org --name "Dr You" --organisation "Your clinic"';
  return kind === "embedded"
    ? `Sign in with your account. Forgotten the password? npm run user -- reset ${DEMO_EMAIL}`
    : "Sign in with your account.";
}
