import type { DoseChange } from "@/lib/domain/medication";

export type ChangeKind = DoseChange["kind"];

const rows = <Value>(value: Value, phrases: string): [string, Value][] =>
  phrases.split(",").map((phrase) => [phrase, value]);

/** What was done with the dose. The unmistakable ones need neither the word "dose" nor an amount beside them. */
export const CHANGE_CUES: readonly (readonly [string, { kind: ChangeKind; sure: boolean }])[] = [
  ...rows(
    { kind: "increased" as const, sure: true },
    "doubled,dose doubled,dose was doubled,tripled,up titrated,uptitrated,titrated up,dose increased,increased dose,increased the dose,dose was increased,dose raised,raised the dose,dose went up,dose put up,dose bumped up,upped the dose,higher dose since,dose has been increased,dose has been doubled,dose up,up from,inc from,incr from,increased from,raised from",
  ),
  ...rows(
    { kind: "increased" as const, sure: false },
    "increased,increase,was increased,has been increased,raised,bumped,bumped up,put up,went up,gone up,upped,escalated,titrated,increased again",
  ),
  ...rows(
    { kind: "decreased" as const, sure: true },
    "halved,dose halved,dose was halved,cut in half,dose cut,dose cut in half,dose reduced,reduced dose,reduced the dose,dose was reduced,dose lowered,lowered the dose,dose was lowered,dose decreased,decreased the dose,dose was decreased,down titrated,downtitrated,titrated down,dose has been reduced,dose has been halved,dose down,down from,dec from,decr from,red from,reduced from,decreased from,lowered from",
  ),
  ...rows(
    { kind: "decreased" as const, sure: false },
    "decreased,decrease,was decreased,has been decreased,reduced,reduce,was reduced,has been reduced,lowered,was lowered,cut,cut back,cut down,went down,gone down,weaned down,weaned,dropped,put down",
  ),
  ...rows(
    { kind: "stopped" as const, sure: false },
    "stopped,was stopped,had been stopped,paused,was paused,held,was held,off,came off,taken off,off it,stopped it,withheld,discontinued,was discontinued,drug holiday,stopped taking,stopped taking it,interrupted,break,had a break,a break",
  ),
  ...rows(
    { kind: "restarted" as const, sure: true },
    "restarted,was restarted,then restarted,re started,resumed,was resumed,then resumed,reintroduced,re introduced,rechallenged,started again,back on,back on it,put back on,went back on,went back on it,taking it again,started back,started back up,restart,restarted it,resumed it",
  ),
];

export type Outcome = "better" | "same" | "returned" | "not-returned";

/** What became of the cramps. The longer phrase decides: "not better" is not "better". */
export const OUTCOMES: readonly (readonly [string, Outcome])[] = [
  ...rows(
    "better" as const,
    "better,much better,improved,improving,improvement,resolved,gone,went away,gone away,settled,stopped,ceased,eased,disappeared,less,fewer,less often,reduced,no more,free,cleared,subsided,relieved,abated,lessened,vanished,completely gone,went,no further,no",
  ),
  ...rows(
    "same" as const,
    "unchanged,no change,not changed,did not change,didnt change,no better,not better,no different,no difference,made no difference,the same,same,persisted,persist,persists,continued,continue,remained,remain,still,did not help,didnt help,no improvement,not improved,didnt improve,did not improve,not resolved,did not resolve,did not stop,didnt stop,ongoing,did not settle,no effect,as bad",
  ),
  ...rows(
    "returned" as const,
    "returned,came back,come back,recurred,recur,reappeared,relapsed,back again,are back,were back,back,started again,began again,again,worse again,back within,recurrence",
  ),
  ...rows(
    "not-returned" as const,
    "did not return,didnt return,have not returned,havent returned,did not come back,didnt come back,have not come back,havent come back,not returned,not come back,no recurrence,did not recur,have not recurred,have not come back,without return",
  ),
];

/** What the outcome is about. */
export const CRAMP_WORDS: ReadonlySet<string> = new Set([
  "cramp",
  "cramps",
  "cramping",
  "crampy",
  "spasms",
  "spasm",
  "charley",
  "symptoms",
  "legs",
  "calves",
  "calf",
  "leg",
]);

export const DOSE_WORDS: ReadonlySet<string> = new Set(["dose", "dosage", "doses"]);
