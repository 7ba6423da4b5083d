import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
const c = parse(readFileSync(process.argv[2] ?? "", "utf8")) as { case: never };
const { review } = reviewInput(c.case, { knowledge: loadKnowledge(), today: "2026-11-22" });
for (const f of review.findings) if (f.priority !== "info") console.log(f.priority, f.id, f.conditionId ?? "", f.title, "\n     ", f.reasons.slice(0, 3).join(" | "));
console.log(review.unread, review.symptoms, review.questions);
