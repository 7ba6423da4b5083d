import { hashPassword, randomPassword } from "@/lib/auth/password";
import { exampleLocalReference, examplePatients } from "@/lib/intake/example-patients";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { createOrganisation, findOrganisation, listAccounts } from "@/lib/store/accounts/accounts";
import { dateIn, US_DEFAULTS } from "@/lib/store/accounts/organisation";
import { createDraft, removeExamples } from "@/lib/store/reviews/reviews";
import { addUser, setPassword } from "@/lib/store/accounts/users";

export const DEMO_EMAIL = "demo@crampcheck.example";
const DEMO_CLINIC = "Demo clinic";

/**
 * The demo clinic, its clinician and six made-up patients as drafts marked “Example”. Called again after an interrupted
 * first start, it completes what is there. Returns the new random password.
 */
export async function seedDemo(): Promise<string> {
  const organisation =
    (await findOrganisation(DEMO_CLINIC)) ?? (await createOrganisation({ name: DEMO_CLINIC, ...US_DEFAULTS }));
  const password = randomPassword();
  const passwordHash = await hashPassword(password);
  const existing = (await listAccounts()).find((account) => account.email === DEMO_EMAIL);
  const user =
    existing ??
    (await addUser(organisation.id, { email: DEMO_EMAIL, displayName: "Dr Demo", role: "admin", passwordHash }));
  const scope = { organisationId: organisation.id, userId: user.id };
  if (existing !== undefined) await setPassword(scope, user.id, passwordHash, { action: "user.reset-password" });
  await removeExamples(scope);
  const knowledge = loadKnowledge();
  const today = dateIn(organisation.timeZone, new Date());
  for (const { id, input } of examplePatients(today)) {
    await createDraft(scope, {
      input,
      localReference: exampleLocalReference(id),
      ...reviewInput(input, { knowledge, today }),
      isExample: true,
    });
  }
  return password;
}
