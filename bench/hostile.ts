import { ApiClient } from "@/scripts/test/api-client";
import { startApp } from "@/scripts/test/started-app";
import { median, table } from "./measure";

const LENGTH = 190_000;
const PAUSE_MS = 10;
const IDLE_CALLS = 200;

const repeated = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
/** What held the server before, and the worst that the search by mutation found (tests/property/hostile-texts.test.ts). */
const TEXTS: readonly (readonly [string, Record<string, unknown>])[] = [
  ["results: names joined by a sign", { labs: repeated("K/") }],
  ["results: dates and a word", { labs: `${repeated("01/11/2026 ")}(trend)` }],
  ["results: dashes before a word", { labs: `${repeated("-")} sample` }],
  ["conditions: denials", { conditions: [repeated("no diabetes ")] }],
  ["conditions: signs and letters", { conditions: [repeated("é.5h/od&")] }],
  ["medications: bullets", { medications: repeated("•\n") }],
  ["medications: doses added up", { medications: repeated("5 mg + ") }],
  ["symptoms: short marks", { context: { symptomText: repeated("K0#") } }],
];

/**
 * How long everybody else waits while one person sends the worst texts that are known: the answers of /api/health of the built
 * server, alone and while it reads. Starts the product on a free port with a data folder of its own.
 */
export async function hostileTable(): Promise<string> {
  const app = await startApp({ seconds: 1500 });
  try {
    const client = new ApiClient(app.url);
    const { error } = await client.signIn(app.email, app.password);
    if (error !== null) return `Not measured: the sign-in was refused (${error}).`;
    await client.send("POST", "/api/read", { medications: "furosemide 40 mg\n".repeat(400) });
    const idle = await answers(app.url, (calls) => calls >= IDLE_CALLS);
    const rows = [row("nothing is read", null, idle, idle)];
    const all: number[] = [];
    for (const [name, text] of TEXTS) {
      const begun = performance.now();
      let status = 0;
      const reading = client
        .send("POST", "/api/read", { medications: "", ...text })
        .then(async (answer) => (status = answer.status) && (await answer.arrayBuffer()));
      const meanwhile = await answers(app.url, () => status !== 0);
      await reading;
      all.push(...meanwhile);
      rows.push(row(`${name} (${status})`, performance.now() - begun, meanwhile, idle));
    }
    rows.push(row("all of them", null, all, idle));
    return table(
      ["/api/health while a text of 190 kB is read", "read in ms", "answers", "median ms", "worst ms", "× idle"],
      rows,
    );
  } finally {
    await app.stop();
  }
}

/** The time of each answer in milliseconds, one after the other, until enough. */
async function answers(url: string, enough: (calls: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!enough(times.length)) {
    const begun = performance.now();
    const answer = await fetch(`${url}/api/health`);
    if (!answer.ok) throw new Error(`/api/health answered ${answer.status}`);
    await answer.arrayBuffer();
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return times;
}

function row(name: string, took: number | null, times: readonly number[], idle: readonly number[]): string[] {
  return [
    name,
    took === null ? "–" : took.toFixed(0),
    String(times.length),
    median(times).toFixed(1),
    Math.max(0, ...times).toFixed(0),
    (median(times) / Math.max(median(idle), 0.1)).toFixed(2),
  ];
}
