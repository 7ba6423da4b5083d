import { isDirectionWord } from "./find-names";
import type { Token } from "@/lib/reading/medications/text/tokens";

const RELATIONS = new Set(
  "daughter,son,wife,husband,sister,brother,mother,father,mom,mum,dad,partner,carer,caregiver,caretaker,niece,nephew,aunt,uncle,granddaughter,grandson,grandmother,grandfather,cousin,friend,neighbour,neighbor,neighbours,fiancee,fiance,girlfriend,boyfriend,spouse,named,called,nurse,matron,secretary,receptionist,dog,cat,colleague,roommate,flatmate,guardian,aka,pharmacist,dietitian,therapist,midwife".split(
    ",",
  ),
);
const PLACES = new Set(
  "road,rd,street,avenue,ave,lane,ln,drive,court,boulevard,blvd,crescent,terrace,square,elementary,school,university,college,hospital,clinic,pharmacy,surgery,ward,village,house,lodge,manor,park,apartments,church,county,township,hall,island,hills".split(
    ",",
  ),
);
/** Short forms of streets that are words of directions, too; a house number before the name settles it. */
const AMBIGUOUS_PLACES = new Set(["st", "dr", "ct", "way", "close", "ln"]);
/** What may be asked about a person or a place, before a colon: "Emergency contact: Allegra Benson". */
const PERSON_LABELS = new Set(
  "contact,kin,nok,pcp,provider,prescriber,physician,doctor,address,pharmacy,occupation,employer,insurance,insurer,author,reviewer,cc,attending,consultant,surgeon,carer,spouse,pets,religion,school,facility,signed,patient,surname,surrogate,poa,hcp,referrer,cardiologist,neurologist,nephrologist,gp".split(
    ",",
  ),
);
const LABEL_WITHIN = 4;

/** Whether the words around say that a word is the name of a person or a place: "daughter Yasmin", "14 Lantus Court", "PCP: Dr Benson". */
export function namesPersonOrPlace(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (labelledAsPerson(tokens, at)) return true;
  if (next?.kind === "word" && next.gap && PLACES.has(next.text) && !isDirectionWord(next.text)) return true;
  if (next?.kind === "word" && AMBIGUOUS_PLACES.has(next.text) && before?.kind === "number") return true;
  return before?.kind === "word" && RELATIONS.has(before.text);
}

function labelledAsPerson(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= from - LABEL_WITHIN; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "newline" || token.kind === "number") return false;
    if (token.text === ":") return tokens[at - 1]?.kind === "word" && PERSON_LABELS.has(tokens[at - 1]?.text ?? "");
  }
  return false;
}
