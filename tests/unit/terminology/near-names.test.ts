import { describe, expect, it } from "vitest";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { distanceFrom } from "@/lib/terminology/spelling/edit-distance";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { nearNames } from "@/lib/terminology/spelling/near-names";
import { misspellings } from "@/bench/samples";
import { lookAlikesOf, tallMan } from "@/lib/terminology/drugs/tall-man";

const found = (word: string): string[] => nearNames(word).map((near) => near.entry.name.toLowerCase());

describe("near names", () => {
  it("puts the right name first in 97.5 % and among five in 99 % of misspellings, in each set at hand", () => {
    for (const { source, words } of misspellings()) {
      const ranks = words.map(({ written, meant }) => {
        const wanted = drugNames()
          .lookup(nameKey(meant))
          .flatMap((entry) => entry.ingredients.map((one) => one.name))
          .join("|");
        return nearNames(written).findIndex(
          ({ entry }) =>
            nameKey(entry.name) === nameKey(meant) ||
            entry.ingredients.map((one) => one.name).join("|") === wanted ||
            entry.ingredients.some((one) => one.name === wanted),
        );
      });
      const share = (limit: number): number => ranks.filter((rank) => rank >= 0 && rank < limit).length / ranks.length;
      expect(share(1), source).toBeGreaterThanOrEqual(0.975);
      expect(share(5), source).toBeGreaterThanOrEqual(0.99);
    }
  });

  it.each([
    "daily",
    "tablet",
    "morning",
    "cramps",
    "pressure",
    "allergies",
    "continue",
    "evening",
    "needed",
    "hospital",
    "capsules",
    "injection",
    "nothing",
  ])("offers nothing for the ordinary word “%s”", (word) => {
    expect(nearNames(word)).toEqual([]);
  });

  it("sets a look-alike of another ingredient beside the hit, in both directions", () => {
    expect(found("hydroxyzin")).toContain("hydralazine");
    expect(found("clonidin")).toContain("clonazepam");
    for (const partner of lookAlikesOf("tramadol")) expect(lookAlikesOf(partner).map(nameKey)).toContain("tramadol");
  });

  it("says what speaks for a name", () => {
    const [near] = nearNames("furosemid e", { strength: "40 mg" });
    expect(near?.why).toContain("40 mg exists for it");
    expect(nearNames("metoprlol")[0]).toMatchObject({ distance: 1, why: "one letter differs" });
  });

  it("prefers the candidate that is sold in the strength", () => {
    const withStrength = nearNames("prednisol", { strength: "5 mg" })[0]?.entry.ingredients[0]?.name;
    expect(withStrength).toBe("prednisolone");
  });

  it("lists a set of ingredients once and at least five where five are near", () => {
    const sets = nearNames("amlodipin", { limit: 8 }).map((near) =>
      near.entry.ingredients
        .map((one) => one.name)
        .sort()
        .join("|"),
    );
    expect(new Set(sets).size).toBe(sets.length);
    expect(sets.length).toBeGreaterThanOrEqual(5);
  });

  it("bears any text", () => {
    for (const text of ["", "a", "x".repeat(500), "💊💊💊", "ибупрофен", "constructor", "__proto__", "\u0000\u0001"])
      expect(Array.isArray(nearNames(text))).toBe(true);
  });
});

describe("edit distance", () => {
  /** The textbook table, against which the bit-parallel one is checked. */
  function textbook(a: string, b: string): number {
    const d = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    for (let i = 1; i <= a.length; i += 1) {
      for (let j = 1; j <= b.length; j += 1) {
        d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
      }
    }
    return d[a.length]![b.length]!;
  }

  it("agrees with the textbook on thousands of pairs of names", () => {
    const words = [...drugNames().keys()]
      .filter((key) => /^[a-z0-9]{3,31}$/.test(key))
      .filter((_, at) => at % 331 === 0);
    for (const word of words.slice(0, 60)) {
      const measure = distanceFrom(word);
      for (const other of words) expect(measure.to(other, 99), `${word} ${other}`).toBe(textbook(word, other));
      measure.done();
    }
    const measure = distanceFrom("novladex");
    expect(measure.to("nolvadex", 3)).toBe(1);
    measure.done();
  });
});

describe("tall-man letters", () => {
  it("writes the listed names so and leaves the others", () => {
    expect(tallMan("hydralazine")).toBe("hydrALAZINE");
    expect(tallMan("Prednisone 5 mg")).toBe("predniSONE 5 mg");
    expect(tallMan("furosemide")).toBe("furosemide");
  });

  it("puts a listed look-alike that is spelt nearly so directly beside the first name, before names that nobody confuses it with", () => {
    expect(
      nearNames("hydroxizine")
        .slice(0, 2)
        .map((near) => near.entry.name),
    ).toEqual(["hydroxyzine", "hydralazine"]);
    expect(
      nearNames("celebrx")
        .slice(0, 2)
        .map((near) => near.entry.name),
    ).toEqual(["Celebrex", "Celexa"]);
  });
});
