import type { Metadata } from "next";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { examplePatients } from "@/lib/intake/example-patients";
import { dateIn } from "@/lib/store/accounts/organisation";
import { ExampleList } from "./_components/example-list";

export const metadata: Metadata = { title: "Example patients" };

/** Six made-up patients for the first minute, for everybody and at any time. */
export default async function ExamplesPage() {
  const { organisation } = await pageSession("review.edit");
  const examples = examplePatients(dateIn(organisation.timeZone, new Date())).map(({ id, title, who, shows }) => ({
    id,
    title,
    who,
    shows,
  }));
  return <ExampleList examples={examples} />;
}
