import { redirect } from "next/navigation";

/** The address alone leads to the worklist, or from there to sign-in. */
export default function Home(): never {
  redirect("/reviews");
}
