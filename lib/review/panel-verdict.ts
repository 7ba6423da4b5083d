import { z } from "zod";
import { Priority } from "@/lib/domain/vocabulary";
import { unique } from "./format";
import type { Judgement } from "./judge";

/** What a panel says of one patient: no prose, so that a whole practice is read in a minute. */
export const PanelVerdict = z.object({
  id: z.string().nullable(),
  /** Of the most urgent problem; null where nothing was found. */
  priority: Priority.nullable(),
  problems: z.array(
    z.object({
      id: z.string(),
      priority: Priority,
      ingredients: z.array(z.string()),
      /** Tests that the problem asks for and that no result answers. */
      labsMissing: z.array(z.string()),
    }),
  ),
  openTests: z.array(z.string()),
  /** How many entries were not read. */
  unread: z.number().int().nonnegative(),
});
export type PanelVerdict = z.infer<typeof PanelVerdict>;

/** The verdict of a judgement, with the same problems and priorities as the review has. */
export function panelVerdict({ id, problems, tests, unread }: Judgement): PanelVerdict {
  return {
    id,
    priority: problems[0]?.priority ?? null,
    problems: problems.map(({ problem, priority, drugs, openTests }) => ({
      id: problem.id,
      priority,
      ingredients: unique(drugs.map(({ ingredient }) => ingredient)),
      labsMissing: [...openTests],
    })),
    openTests: tests.filter(({ answered }) => !answered).map(({ lab }) => lab.id),
    unread: unread.length,
  };
}
