import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { publishedSchemas } from "./schemas/published-schemas";

const folder = path.join(process.cwd(), "docs/schema");
mkdirSync(folder, { recursive: true });
for (const [name, text] of publishedSchemas()) writeFileSync(path.join(folder, `${name}.schema.json`), text);
