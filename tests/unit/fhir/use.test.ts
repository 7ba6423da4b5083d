import { describe, expect, it } from "vitest";
import { takenBy, type MedicationKind } from "@/lib/fhir/in/use";

const fields = (kind: MedicationKind, status: string, rest: object = {}) => ({
  kind,
  status,
  intent: "order",
  taken: "",
  doNotPerform: false,
  start: null,
  end: null,
  happened: null,
  asOf: "2026-11-22",
  ...rest,
});

const ORDERS = [
  ["active", "current"],
  ["on-hold", "held"],
  ["cancelled", "stopped"],
  ["completed", "stopped"],
  ["stopped", "stopped"],
  ["ended", "stopped"],
  ["draft", "planned"],
  ["unknown", "uncertain"],
  ["", "uncertain"],
  ["made-up", "uncertain"],
] as const;
const STATEMENTS = [
  ["active", "current"],
  ["recorded", "current"],
  ["completed", "stopped"],
  ["intended", "planned"],
  ["stopped", "stopped"],
  ["on-hold", "held"],
  ["not-taken", "stopped"],
  ["draft", "planned"],
  ["unknown", "uncertain"],
  ["", "uncertain"],
] as const;
const EVENTS = [
  ["completed", "uncertain"],
  ["in-progress", "uncertain"],
  ["preparation", "uncertain"],
  ["on-hold", "held"],
  ["not-done", "stopped"],
  ["stopped", "stopped"],
  ["cancelled", "stopped"],
  ["declined", "stopped"],
  ["unknown", "uncertain"],
] as const;
const INTENTS = ["plan", "order", "original-order", "reflex-order", "filler-order", "instance-order", ""] as const;

describe("whether a drug is taken, cell by cell", () => {
  const cells = [
    ...ORDERS.flatMap(([status, use]) => INTENTS.map((intent) => ["MedicationRequest", status, intent, use] as const)),
    ...ORDERS.flatMap(([status, use]) =>
      ["proposal", "option"].map(
        (intent) => ["MedicationRequest", status, intent, use === "current" ? "planned" : use] as const,
      ),
    ),
    ...STATEMENTS.flatMap(([status, use]) => [
      ["MedicationStatement", status, "", use] as const,
      ["MedicationUsage", status, "", use] as const,
    ]),
    ...EVENTS.flatMap(([status, use]) => [
      ["MedicationAdministration", status, "", use] as const,
      ["MedicationDispense", status, "", use] as const,
    ]),
  ];

  it.each(cells)("%s %s %s is %s", (kind, status, intent, use) => {
    expect(takenBy(fields(kind, status, { intent })).use).toBe(use);
  });

  it.each([
    [{ doNotPerform: true }, "stopped"],
    [{ taken: "n" }, "stopped"],
    [{ taken: "unk" }, "uncertain"],
    [{ taken: "y" }, "current"],
    [{ taken: "not-taking" }, "stopped"],
    [{ taken: "on-hold-as-directed" }, "held"],
    [{ end: "2026-11-21" }, "stopped"],
    [{ end: "2026-11-22" }, "current"],
    [{ end: "2026" }, "current"],
    [{ start: "2027-02-01" }, "planned"],
    [{ start: "2026-11" }, "current"],
  ])("an active one with %j is %s", (rest, use) => {
    expect(takenBy(fields("MedicationStatement", "active", rest)).use).toBe(use);
  });

  it("says in words why it is not taken", () => {
    expect(takenBy(fields("MedicationRequest", "active", { intent: "proposal" })).useReason).toBe("intent proposal");
    expect(takenBy(fields("MedicationDispense", "completed", { happened: "2026-11-01" })).useReason).toBe(
      "dispensed 2026-11-01, status completed",
    );
  });
});
