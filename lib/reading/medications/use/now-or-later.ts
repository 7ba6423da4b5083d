import type { NameHit, Segment } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { WEEKDAYS } from "@/lib/reading/medications/vocabulary/frequencies";
import { NAME_MODIFIERS } from "@/lib/reading/medications/vocabulary/name-context";
import type { UseCue } from "@/lib/reading/medications/vocabulary/use-cues";

type Phrase = { length: number; value: UseCue[] };

const ONS = new Set(["on", "onto"]);
/** Before "on", these make it something else than being taken now: "was never on", "not been on". */
const PAST_BEFORE = new Set(
  "was were been not never previously formerly used no longer off isnt wasnt hadnt hasnt had cramps reaction rash".split(
    " ",
  ),
);

/** "…, on amlodipine 5 mg", "off furosemide and onto bumetanide": a bare "on" before a name says that it is taken. */
export function takenNow(tokens: readonly Token[], at: number, starts: ReadonlyMap<number, number>): Phrase | null {
  if (!ONS.has(tokens[at]?.text ?? "")) return null;
  const second = tokens[at + 1]?.text ?? "";
  if (!starts.has(at + 1) && !(NAME_MODIFIERS.has(second) && starts.has(at + 2))) return null;
  for (let back = 1; back <= 3 && !starts.has(at - back); back += 1)
    if (PAST_BEFORE.has(tokens[at - back]?.text ?? "")) return null;
  return { length: 1, value: [{ use: "current", reach: ["after"] }] };
}

const STARTS = new Set([
  "start",
  "starting",
  "starts",
  "commence",
  "commencing",
  "begin",
  "beginning",
  "begins",
  "from",
]);
const LATER = new Set(["tomorrow", "tmrw", "tmw"]);
const NEXT_OF = new Set(["week", "month", "visit", "appointment", ...WEEKDAYS.keys()]);

/** "Start simvastatin 20 mg tomorrow", "begin on Monday", "from next week": it is not taken yet. */
export function plannedDay(tokens: readonly Token[], at: number, segment: Segment): Phrase | null {
  const [text, next] = [tokens[at]?.text ?? "", tokens[at + 1]?.text ?? ""];
  const isNext = text === "next" && NEXT_OF.has(next);
  const isDay = (text === "on" || text === "from") && WEEKDAYS.has(next);
  if (!LATER.has(text) && !isNext && !isDay) return null;
  let begins = false;
  for (let back = at - 1; back >= segment.from && !begins; back -= 1) begins = STARTS.has(tokens[back]?.text ?? "");
  if (!begins) return null;
  return { length: LATER.has(text) ? 1 : 2, value: [{ use: "planned", reach: ["before"] }] };
}

const INTOLERANCES = new Set([
  "intolerance",
  "intolerances",
  "allergy",
  "allergies",
  "hypersensitivity",
  "intolerant",
  "allergic",
]);

/** "Statin intolerance (simvastatin)", "NSAID allergy - ibuprofen": which one it was. */
export function bracketedAllergy(
  tokens: readonly Token[],
  at: number,
  names: readonly NameHit[],
  starts: ReadonlyMap<number, number>,
): Phrase | null {
  const tie = tokens[at + 1]?.text ?? "";
  if (!INTOLERANCES.has(tokens[at]?.text ?? "") || !["(", "-", ":"].includes(tie) || !starts.has(at + 2)) return null;
  if (names.some((name) => name.to <= at)) return null;
  return { length: 1, value: [{ use: "allergy", reach: ["after"] }] };
}

const WHENS = new Set(["when", "once", "until", "after", "if"]);
const TAKE_UP = new Set([
  "restart",
  "restarting",
  "resume",
  "resuming",
  "start",
  "hold",
  "stop",
  "withhold",
  "pause",
  "omit",
]);
const HAPPENED = new Set(["was", "were", "had", "has", "been", "being"]);
const FARTHEST_BACK = 10;

/**
 * "Restart simvastatin when clarithromycin finished": the second drug is taken until then. Looked for before a word of ending that
 * tells of nothing that happened.
 */
export function endsLater(
  tokens: readonly Token[],
  at: number,
  cues: readonly UseCue[],
  starts: ReadonlyMap<number, number>,
): boolean {
  if (!cues.some(({ use, reach }) => use === "stopped" && reach.includes("before"))) return false;
  let names = 0;
  let whenAt = -1;
  for (let back = at - 1; back >= Math.max(0, at - FARTHEST_BACK); back -= 1) {
    const text = tokens[back]?.text ?? "";
    if (HAPPENED.has(text) || text === ";" || text === ".") return false;
    if (starts.has(back)) names += 1;
    if (WHENS.has(text) && names === 1) whenAt = back;
    if (whenAt >= 0 && TAKE_UP.has(text)) return true;
  }
  return false;
}

/** "Restart A when B finished": A is not taken up yet, so that nobody knows from the words alone whether it is taken. */
export function takenUpLater(tokens: readonly Token[], at: number, starts: ReadonlyMap<number, number>): boolean {
  if (!["restart", "resume"].includes(tokens[at]?.text ?? "")) return false;
  let named = false;
  for (let ahead = at + 1; ahead <= at + FARTHEST_BACK; ahead += 1) {
    const text = tokens[ahead]?.text ?? "";
    if (text === ";" || text === "." || text === "\n") return false;
    if (named && WHENS.has(text) && starts.has(ahead + 1)) return true;
    named ||= starts.has(ahead);
  }
  return false;
}

const OWNERS = new Set(
  "wife husband mother father mum mom dad son daughter partner spouse sister brother friend neighbour neighbor".split(
    " ",
  ),
);

/** "Wife: simvastatin 20 mg": another's drug, or what she says of the patient's; "Mum's list:" is a carer's, and none. */
export function ownerLabel(tokens: readonly Token[], at: number, segment: Segment): Phrase | null {
  if (at !== segment.content || !OWNERS.has(tokens[at]?.text ?? "") || tokens[at + 1]?.text !== ":") return null;
  return { length: 1, value: [{ use: "uncertain", reach: ["after"] }] };
}
