import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { LabResult } from "@/lib/domain/lab";
import { LIMITS } from "@/lib/domain/limits";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import type { Knowledge } from "@/lib/knowledge/schema";
import { readConditions } from "@/lib/reading/conditions/read-conditions";
import { readLabs } from "@/lib/reading/labs/read-labs";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { readSymptomText } from "@/lib/reading/symptoms/read-symptoms";
import type { ReadKind } from "./command";

const ReadInput = z.looseObject({ id: z.string().max(LIMITS.idLength).optional(), text: z.string() });

export interface ReadOptions {
  kind: ReadKind;
  today: string;
  /** Needed for conditions (the map from code to condition id) and symptoms (the signs and their words). */
  knowledge: Knowledge | null;
}

function pieces(text: string, { kind, today, knowledge }: ReadOptions): unknown[] {
  switch (kind) {
    case "medications":
      return readMedications(text, { asOf: today, jurisdiction: "US" });
    case "conditions":
      return readConditions(text, {
        conditionIdOf: (code) => (knowledge === null ? null : conditionIdOf(knowledge, code)),
      });
    case "symptoms":
      return knowledge === null
        ? []
        : [...readSymptomText(text, { signs: knowledge.symptoms, words: knowledge.symptomWords }).pieces];
    case "labs":
      // The reference range beside a value, earlier values without a date and what is asked are for the review; the contract's result does not carry it.
      return readLabs(text, { asOf: today }).map(({ text: written, start, end, status, results, history = [] }) => ({
        text: written,
        start,
        end,
        status,
        results: [...results, ...history.filter(({ date }) => date !== null)].map((result) => LabResult.parse(result)),
      }));
  }
}

/** The answer of `read` for one text. Throws `bad-input` where there is no text. */
export function answerRead(input: unknown, options: ReadOptions): { id: string | null; pieces: unknown[] } {
  const parsed = ReadInput.safeParse(input);
  if (!parsed.success) throw new AppError("bad-input", `Expected {"id"?, "text"}: ${z.prettifyError(parsed.error)}`);
  return { id: parsed.data.id ?? null, pieces: pieces(parsed.data.text, options) };
}
