import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

export interface CorpusLine {
  id: string;
  text: string;
}

const Line = z.looseObject({ id: z.string(), text: z.string() });
/** Our own annotated cases, and the development samples where they are. */
const FOLDERS = ["tests/accuracy/cases", "../shared/samples"];

/** Every line and list of medications to compare on, with ids that are unique within the run. */
export function corpusLines(): CorpusLine[] {
  return FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".jsonl") && /med|line|block|negative/.test(file))
      .flatMap((file) =>
        readFileSync(path.join(folder, file), "utf8")
          .trim()
          .split("\n")
          .map((row) => Line.parse(JSON.parse(row)))
          .map(({ id, text }) => ({ id: `${file}#${id}`, text })),
      ),
  );
}
