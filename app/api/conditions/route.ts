import { z } from "zod";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { jsonHandler } from "@/app/_http/json-handler";

const SHOWN = 12;

/** Conditions by code or words, best first. In the body, because words typed here belong to a patient. */
export const POST = jsonHandler("entry.read", z.object({ words: z.string().min(1).max(200) }), ({ body }) =>
  Promise.resolve({
    conditions: icd10cm()
      .search(body.words, SHOWN)
      .map((entry) => ({ id: entry.code, label: [entry.display], detail: entry.code })),
  }),
);
