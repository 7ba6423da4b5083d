import type { PatientCase } from "@/lib/domain/case";
import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";
import { wordsOfPredicate } from "@/lib/knowledge/predicates/predicate-text";
import type { Knowledge, LeafletPiece } from "@/lib/knowledge/schema";
import { presentConditions } from "@/lib/review/rules/present-conditions";
import { readFacts, type Facts } from "@/lib/review/facts/facts";
import { GuardedChecks } from "@/lib/review/findings/check-runner";
import { indexOf } from "@/lib/review/facts/knowledge-index";
import { evaluate } from "@/lib/review/rules/evaluate-predicate";
import { allOf, anyOf, negate, type Ternary } from "@/lib/review/facts/three-valued";
import type { Leaflet } from "@/lib/domain/leaflet";

/**
 * Chooses the pieces of the leaflet for one patient. Each is gated in three values: what would do harm is left out, and what is
 * not known is never read as “no” (the careful wording stands, or nothing).
 */
export function leafletOf(patientCase: PatientCase, knowledge: Knowledge): Leaflet {
  // A part that could not be read leaves its answers unknown, and what is not known is worded with care.
  const checks = new GuardedChecks();
  const read = readFacts(patientCase, indexOf(knowledge), (name, part, fallback) => checks.run(name, part, fallback));
  // What may be taken or is about to be stands on the list as well: no leaflet speaks against it.
  const { current, uncertain, notTaken } = read.drugs;
  const planned = notTaken.filter(({ medication }) => medication.use === "planned");
  const listed = [...current, ...uncertain, ...planned].flatMap(({ profiles }) => profiles);
  const facts: Facts = {
    ...read,
    drugNames: new Set(listed.flatMap(({ names }) => [...names])),
    conditions: presentConditions(patientCase, read),
  };
  const known: Known = {
    facts,
    drugs: !patientCase.medications.some(({ status }) => status === "confirm" || status === "unrecognised"),
    conditions:
      patientCase.conditions.some(({ status }) => status === "recognised") &&
      !patientCase.conditions.some(({ status }) => status === "confirm" || status === "unrecognised"),
  };
  const leaflet: Leaflet = { pieces: [], leftOut: [], notKnown: [] };
  for (const piece of knowledge.leaflet) place(piece, known, leaflet);
  return leaflet;
}

/** The facts, and whether the lists are complete enough for “not on it” to mean “no”: a line that was not read may be the drug that matters. */
interface Known {
  readonly facts: Facts;
  readonly drugs: boolean;
  readonly conditions: boolean;
}

/** As `holds`, but what is not on an incomplete list is not known. */
function answer(precondition: Predicate, known: Known): Ternary {
  if ("any" in precondition) return anyOf(precondition.any.map((part) => answer(part, known)));
  if ("all" in precondition) return allOf(precondition.all.map((part) => answer(part, known)));
  if ("not" in precondition) return negate(answer(precondition.not, known));
  const told = evaluate(precondition, known.facts);
  if (told !== false) return told;
  if ("drug" in precondition) return known.drugs ? false : null;
  const aboutConditions = "condition" in precondition || "icd10cm" in precondition;
  return aboutConditions && !known.conditions ? null : false;
}

function place(piece: LeafletPiece, facts: Known, leaflet: Leaflet): void {
  const { id, heading, text, points, carefulText } = piece;
  const wanted = piece.onlyWhen === undefined ? true : answer(piece.onlyWhen, facts);
  if (wanted === false) return;
  const contradicted = piece.unless.filter((gate) => answer(gate, facts) === true);
  if (contradicted.length > 0) {
    const because = contradicted.flatMap((gate) => parts(gate, facts, true)).join("; ");
    leaflet.leftOut.push({ id, heading, because });
    return;
  }
  const unsafe = anyOf(piece.unsafeWhen.map((gate) => answer(gate, facts)));
  if (unsafe === true) {
    leaflet.leftOut.push({
      id,
      heading,
      because: piece.unsafeWhen.flatMap((gate) => parts(gate, facts, true)).join("; "),
    });
    return;
  }
  if (wanted === true && unsafe === false) {
    leaflet.pieces.push({ id, heading, text, points });
    return;
  }
  const gates = [...piece.unsafeWhen, ...(piece.onlyWhen === undefined ? [] : [piece.onlyWhen])];
  if (carefulText === undefined && wanted === null) return;
  leaflet.notKnown.push({ id, heading, missing: gates.flatMap((gate) => parts(gate, facts, null)) });
  if (carefulText !== undefined) leaflet.pieces.push({ id, heading, text: carefulText, points: [] });
}

/** The parts of a gate that have this answer, in words. */
function parts(gate: Predicate, facts: Known, wanted: true | null): string[] {
  if ("any" in gate) return gate.any.flatMap((part) => parts(part, facts, wanted));
  if (answer(gate, facts) !== wanted) return [];
  if ("condition" in gate)
    return [facts.facts.index.conditions.get(gate.condition)?.name.toLowerCase() ?? gate.condition];
  return [wordsOfPredicate(gate).replace(/^symptom /, "")];
}
