import { text } from "node:stream/consumers";
import { z } from "zod";
import { signIn } from "@/lib/auth/sign-in";

/** A process of its own that makes one attempt to sign in and prints the answer. */
void text(process.stdin).then(async (input) => {
  const { email, password, address } = z
    .object({ email: z.string(), password: z.string(), address: z.string() })
    .parse(JSON.parse(input));
  process.stdout.write(JSON.stringify(await signIn(email, password, address)));
  process.exit(0);
});
