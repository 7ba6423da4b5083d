import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { DrugClass } from "@/lib/knowledge/schema";

const FOLDER = path.join(process.cwd(), "lib/knowledge/content/classes");

/** Every class of `lib/knowledge/content/classes`, read from the files themselves and checked by the schema. */
export function classContent(): DrugClass[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => {
      const parsed = z.array(DrugClass).safeParse(parse(readFileSync(path.join(FOLDER, file), "utf8")));
      if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}

/** The class of that id; fails where the content has none. */
export function classOf(classes: readonly DrugClass[], id: string): DrugClass {
  const found = classes.find((each) => each.id === id);
  if (!found) throw new Error(`no class ${id}`);
  return found;
}
