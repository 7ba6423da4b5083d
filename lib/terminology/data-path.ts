import path from "node:path";

/**
 * The path of a file of the repository, from its root: `dataPath("lib", "terminology", "data", "loinc.tsv")`.
 * The root is the working directory, or `CRAMPCHECK_ROOT` where the process runs elsewhere; `import.meta.url` does not
 * survive bundling.
 */
export function dataPath(...parts: string[]): string {
  return path.join(process.env.CRAMPCHECK_ROOT ?? /* turbopackIgnore: true */ process.cwd(), ...parts);
}
