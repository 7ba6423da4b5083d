/** Statements in one run of text: a semicolon between them, unless one already ends its own sentence. */
export function joinStatements(texts: readonly string[]): string {
  return texts.reduce((run, text) => (run === "" ? text : `${run}${/[.!?]$/.test(run) ? " " : "; "}${text}`), "");
}

/** Why a finding stands at its level is for the full text; the first page has the facts of the patient. */
const IS_LEVEL = /^Shown at this level|^How soon:/;

/** The first reasons, as many as fit into so many characters, at least one. */
export function firstFacts(reasons: readonly string[], room: number): string[] {
  const facts = reasons.filter((reason) => !IS_LEVEL.test(reason));
  const taken: string[] = [];
  let length = 0;
  for (const fact of facts) {
    if (taken.length > 0 && length + fact.length > room) break;
    taken.push(fact);
    length += fact.length;
  }
  return taken;
}
