const FAMILY_HEADING =
  /^[^\p{L}\p{N}]*(?:family (?:medical )?(?:history|hx)|fhx?|f\.h\.|fam hx|relatives)[^\p{L}\p{N}]*$/iu;
const HEADING = /^[\p{L} /&]{2,40}:$/u;

/** Whether a line is a heading, and whether what stands under it is about the family. */
export function headingOf(line: string): "family" | "other" | null {
  if (FAMILY_HEADING.test(line)) return "family";
  return HEADING.test(line.trim()) ? "other" : null;
}

/** What says that there is nothing to code. */
const NOTHING =
  /^(?:(?:past )?(?:medical|surgical|family) (?:history|hx)[:\s-]{1,4}|pm?s?hx?[:\s-]{1,4}|problems?:\s?|conditions?:\s?)?(?:nkda|nka|nkfda|nil(?: of note| significant| else| relevant)?|none(?: known| of note| reported| recorded)?|no (?:known |significant |relevant |other |active |chronic |past |previous |major )*(?:pmhx?|pmh|phx|(?:past )?(?:medical|surgical) (?:history|problems|conditions)|conditions|problems|allergies|drug allergies|comorbidities|history|illness(?:es)?|issues|operations|surgery)(?: of note| known| recorded| reported)?|n\/a|unremarkable|non-?contributory|well|fit and well|previously (?:fit and )?well|(?:there is )?no (?:personal or family )?history of serious illness|healthy|otherwise (?:fit and )?(?:well|healthy)|(?:past )?(?:medical|surgical|family|social) history|pmhx?|psh|fhx?|problems?(?: list)?|diagnos[ei]s|conditions|impression|history|active problems|past problems|allergies|never smoked|(?:lifelong )?non[- ]?smoker|teetotal|(?:denies|no) (?:alcohol|smoking|tobacco|drugs|etoh|illicit drugs)(?: use)?)$/iu;
/** What says nothing is short; a longer line is never held against the expressions above. */
const LONGEST_NOTHING = 200;

/** A line without the signs and blanks around it, which are taken off one by one and not by an expression. */
function withoutSigns(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && SIGN.test(line[start] ?? "")) start += 1;
  while (end > start && SIGN.test(line[end - 1] ?? "")) end -= 1;
  return line.slice(start, end);
}

const SIGN = /[\s\p{P}]/u;

function saysNothing(line: string): boolean {
  const words = withoutSigns(line);
  return words === "" || (words.length <= LONGEST_NOTHING && NOTHING.test(words));
}

/** An allergy to a drug or a substance is no condition to code here; the drug list and its own field hold it. */
const ALLERGY =
  /^[\s\p{P}]*(?:(?:known |drug |severe )?(?:allerg(?:y|ies|ic)|anaphyla(?:xis|ctic)|intolerant|intolerance|adverse reaction|hypersensitiv(?:ity|e)) ?(?:to|:|-|–)[^,;\n]{2,60}|[\p{L}\p{N}/ -]{3,40}? (?:allergy|allergic|anaphylaxis|hypersensitivity)(?: ?[(:–-][^,;\n]{0,40})?)[\s\p{P}]*$/iu;
/** Allergies that are conditions. */
const ALLERGIC_CONDITION =
  /\b(?:seasonal|environmental|pollen|nasal|multiple|dust|house dust mite|hay|food|peanut|nut|milk|egg|latex|pet|cat|dog|grass|shellfish|wheat|cow'?s milk|statins?|lactose|gluten|glucose|exercise|heat|cold)\b/i;

/** Who the patient is and who sees him: no condition, whatever the name. */
const PERSON =
  /^[\s\p{P}]*(?:(?:patient(?:'s)?|family|last|first|full) name|surname|forename|dob|date of birth|nhs (?:no|number)|mrn|hospital (?:no|number)|address|gp|consultant|referr(?:ed by|er)|next of kin|nok|occupation|seen by|attending|provider|pcp)\s?[:#]/iu;

/** Whether a line names nothing to code. */
export const namesNothing = (line: string): boolean =>
  saysNothing(line) || PERSON.test(line) || (line.length < 120 && ALLERGY.test(line) && !ALLERGIC_CONDITION.test(line));
