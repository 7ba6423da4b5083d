import { parseArgs } from "node:util";
import { z } from "zod";
import { runCommand, withDatabase } from "./start/with-database";
import { say } from "./start/say.mjs";

const HELP = `npm run user -- add EMAIL --name "Dr Name" [--organisation "Clinic"] [--country US|UK] [--admin | --role pharmacist|auditor] [--password-stdin]
npm run user -- list
npm run user -- disable EMAIL | enable EMAIL
npm run user -- reset EMAIL [--password-stdin]     sets a new password and ends every session
npm run user -- end-sessions EMAIL

Without --password-stdin a random password is made and printed once.`;

const OPTIONS = {
  name: { type: "string" },
  organisation: { type: "string" },
  country: { type: "string" },
  admin: { type: "boolean" },
  role: { type: "string" },
  "password-stdin": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

runCommand(async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [command, email] = positionals;
  if (values.help || command === undefined) return say(HELP);
  const commands: Record<string, () => Promise<void>> = {
    list,
    add: () => add(needed(email), values),
    disable: () => disable(needed(email)),
    enable: () => enable(needed(email)),
    reset: () => reset(needed(email), values),
    "end-sessions": () => endSessions(needed(email)),
  };
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (run === undefined) throw new Error(`“${command}” is not a command.\n\n${HELP}`);
  await withDatabase(run);
});

type Values = {
  name?: string;
  organisation?: string;
  country?: string;
  admin?: boolean;
  role?: string;
  "password-stdin"?: boolean;
};

async function add(email: string, values: Values): Promise<void> {
  const { createOrganisation, findOrganisation, onlyOrganisation } = await import("@/lib/store/accounts/accounts");
  const { UK_DEFAULTS, US_DEFAULTS } = await import("@/lib/store/accounts/organisation");
  const { addUser, DisplayName, Email, Role } = await import("@/lib/store/accounts/users");
  const address = Email.parse(email);
  const displayName = DisplayName.parse(values.name ?? address.split("@")[0]);
  const password = await newPassword(values, { email: address, displayName });
  const country = z.enum(["US", "UK"], "--country is US or UK").parse(values.country?.toUpperCase() ?? "US");
  const named = values.organisation?.trim();
  const organisation =
    (named ? await findOrganisation(named) : await onlyOrganisation()) ??
    (await createOrganisation({ name: named || "Clinic", ...(country === "UK" ? UK_DEFAULTS : US_DEFAULTS) }));
  await addUser(organisation.id, {
    email: address,
    displayName,
    role: values.admin ? "admin" : Role.parse(values.role ?? "clinician"),
    passwordHash: password.hash,
  });
  say(`Added ${address} (${displayName}) to ${organisation.name}.${password.toShow}`);
}

async function list(): Promise<void> {
  const { listAccounts } = await import("@/lib/store/accounts/accounts");
  const accounts = await listAccounts();
  if (accounts.length === 0) say("There is no account yet.");
  for (const account of accounts) {
    say(
      [
        account.organisation,
        account.email,
        account.displayName,
        account.role,
        account.disabled ? "disabled" : "active",
        `${account.openSessions} open sessions`,
      ].join("\t"),
    );
  }
}

async function disable(email: string): Promise<void> {
  const { actor, id } = await find(email);
  const { disableUser } = await import("@/lib/store/accounts/users");
  await disableUser(actor, id);
  say(`${email} is disabled and signed out everywhere.`);
}

async function enable(email: string): Promise<void> {
  const { actor, id } = await find(email);
  const { enableUser } = await import("@/lib/store/accounts/users");
  await enableUser(actor, id);
  say(`${email} can sign in again.`);
}

async function reset(email: string, values: Values): Promise<void> {
  const { actor, id, displayName } = await find(email);
  const { setPassword } = await import("@/lib/store/accounts/users");
  const { forgetAttempts } = await import("@/lib/store/accounts/sign-in-throttle");
  const password = await newPassword(values, { email, displayName });
  await setPassword(actor, id, password.hash, { action: "user.reset-password" });
  await forgetAttempts(email);
  say(`${email} has a new password and is signed out everywhere.${password.toShow}`);
}

async function endSessions(email: string): Promise<void> {
  const { actor, id } = await find(email);
  const { endSessionsOf } = await import("@/lib/store/accounts/users");
  const ended = await endSessionsOf(actor, id);
  say(`${ended === 1 ? "1 session" : `${ended} sessions`} of ${email} ended.`);
}

async function find(email: string) {
  const { accountByEmail } = await import("@/lib/store/accounts/accounts");
  const { operatorAddress } = await import("./start/operator-record");
  const { id, organisationId, displayName } = await accountByEmail(email);
  return { id, displayName, actor: { organisationId, userId: null, address: operatorAddress() } };
}

async function newPassword(
  values: Values,
  about: { email: string; displayName: string },
): Promise<{ hash: string; toShow: string }> {
  const { hashPassword, passwordProblem, randomPassword } = await import("@/lib/auth/password");
  if (!values["password-stdin"]) {
    const password = randomPassword();
    return { hash: await hashPassword(password), toShow: `\nPassword (shown this once): ${password}` };
  }
  const password = await firstLineOfInput();
  const problem = passwordProblem(password, about);
  if (problem !== null) throw new Error(problem);
  return { hash: await hashPassword(password), toShow: "" };
}

async function firstLineOfInput(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  return text.split(/\r?\n/, 1)[0] ?? "";
}

function needed(email: string | undefined): string {
  if (email === undefined) throw new Error(`An email address is missing.\n\n${HELP}`);
  return email;
}
