import type { PatientCase } from "@/lib/domain/case";
import type { Review } from "@/lib/domain/review";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { OnFailure } from "./findings/check-runner";
import { judge } from "./judge";
import { tell } from "./tell";

/**
 * Reviews a case: findings in order of what to do, the tests that they ask for, the questions that would change most, and what
 * was not read. Judged first, told last. Pure and synchronous: the same case and knowledge version give the same bytes; time comes
 * in as `context.asOf`. A check that fails is a finding and never an exception.
 * @param onFailure hears of a check that failed, for a log
 */
export function review(patientCase: PatientCase, knowledge: Knowledge, onFailure?: OnFailure): Review {
  return tell(judge(patientCase, knowledge, onFailure), onFailure);
}
