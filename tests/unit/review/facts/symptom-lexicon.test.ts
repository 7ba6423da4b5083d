import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { readSymptoms } from "@/lib/review/facts/symptoms/read-symptoms";
import { caseOf } from "@/tests/unit/review/fixtures/cases";

const knowledge = loadKnowledge();
const answers = (symptomText: string) => readSymptoms(caseOf({ context: { symptomText } }), knowledge).answers;

describe("symptoms as people write them", () => {
  it.each([
    ["bladderChange", "cannot pass urine since this morning"],
    ["bladderChange", "numb bottom and lost control of his bladder"],
    ["bladderChange", "bowel control lost yesterday"],
    ["bladderChange", "saddle anaesthesia"],
    ["restPain", "rest pain in the left foot"],
    ["restPain", "hangs her leg out of bed for relief"],
    ["restPain", "foot pain at night, hanging it over the bed helps"],
    ["coldLimb", "the right foot is cold and blue"],
    ["coldLimb", "leg went white and cold"],
    ["weakPulse", "absent foot pulses"],
    ["darkUrine", "pee looks like cola"],
    ["oneSidedSwelling", "left calf swollen since Friday"],
    ["weakness", "power 4/5 in both legs"],
    ["wasting", "losing muscle in the hands"],
    ["tetany", "carpopedal spasm"],
  ])("%s: %s", (id, words) => expect(answers(words).get(id)).toBe("yes"));

  it.each([
    ["bladderChange", "continent, bowels normal"],
    ["bladderChange", "bladder and bowels normal"],
    ["bladderChange", "no bladder or bowel symptoms"],
    ["restPain", "no rest pain"],
    ["coldLimb", "feet warm and pink, pulses palpable"],
    ["weakness", "power 5/5 throughout"],
    ["darkUrine", "urine clear"],
    ["fever", "afebrile"],
  ])("deny %s: %s", (id, words) => expect(answers(words).get(id)).toBe("no"));

  it.each([
    ["coldLimb", "always has cold feet in winter"],
    ["coldLimb", "feels the cold"],
    ["bladderChange", "stress incontinence on coughing for years"],
    ["bladderChange", "takes water tablets and passes a lot of urine"],
    ["restPain", "leg cramps at rest in bed"],
    ["oneSidedSwelling", "both legs swollen equally"],
    ["weakness", "no weakness"],
    ["tetany", "cramp of the hand when writing"],
  ])("are not taken for %s: %s", (id, words) => expect(answers(words).get(id)).not.toBe("yes"));
});
