import { headers } from "next/headers";
import { env } from "@/lib/env";
import { clientAddress } from "./client-address";

/** The address that the request being answered comes from. */
export async function requestAddress(): Promise<string> {
  return clientAddress((await headers()).get("x-forwarded-for"), env().TRUSTED_PROXIES);
}
