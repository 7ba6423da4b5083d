import type { BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import type { Finding } from "./content-problem";
import type { FieldPath } from "./content-problem";
import type { DrugClass, DrugSelector, Knowledge, Member, RouteRule } from "@/lib/knowledge/schema";
import type { z } from "zod";

/** Every member is an ingredient that the terminology knows, under the RxCUI that the content gives. */
export function checkClassMembers(
  { knowledge }: BuiltKnowledge,
  problemOf: (member: Member) => string | null,
): Finding[] {
  const lists: { at: object; members: readonly Member[]; path: FieldPath }[] = [
    ...knowledge.classes.map((at) => ({ at, members: at.members, path: ["members"] })),
    ...knowledge.classes.flatMap((at) =>
      at.together ? [{ at, members: at.together.members, path: ["together", "members"] }] : [],
    ),
    ...knowledge.drugSets.map((at) => ({ at, members: at.members, path: ["members"] })),
  ];
  return lists.flatMap(({ at, members, path }) =>
    members.flatMap((member, i): Finding[] => {
      const message = problemOf(member);
      return message === null ? [] : [{ severity: "error", rule: "member", at, path: [...path, i], message }];
    }),
  );
}

/** Every ingredient that a row or a predicate names by itself is one that the terminology knows; otherwise it would hold for nobody. */
export function checkIngredientNames({ knowledge }: BuiltKnowledge, isKnown: (name: string) => boolean): Finding[] {
  const selectors = [
    ...knowledge.interactions.flatMap((at) => at.drugs.map((selector, i) => ({ at, selector, path: ["drugs", i] }))),
    ...knowledge.hints.map((at) => ({ at, selector: at.drugs, path: ["drugs"] })),
    ...knowledge.treatments.flatMap((at) => (at.drugs ? [{ at, selector: at.drugs, path: ["drugs"] }] : [])),
  ];
  const named = selectors.flatMap(({ at, selector, path }) =>
    selector.ingredients.map((name, i) => ({ at, name, path: [...path, "ingredients", i] })),
  );
  const capped = knowledge.interactions.flatMap((at) =>
    at.caps.map((cap, i) => ({ at, name: cap.of, path: ["caps", i, "of"] })),
  );
  return [...named, ...capped]
    .filter(({ name }) => !isKnown(name))
    .map(({ at, name, path }) => ({
      severity: "warning",
      rule: "unreadable-drug",
      at,
      path,
      message: `the terminology knows no ingredient "${name}", so no list can be read to it and this part never holds`,
    }));
}

/** What is said of some members only names members: a slip of the pen would show it for nobody, or for everybody. */
export function checkNarrowedTexts({ knowledge }: BuiltKnowledge): Finding[] {
  const narrowed = [
    ...knowledge.classes.flatMap((at) => {
      const names = new Set(at.members.map((member) => member.name));
      const fields = ["evidence", "statements", "against", "options", "alternatives", "mistakenCures"] as const;
      return [
        ...fields.flatMap((field) =>
          at[field].map((item, i) => ({ at, names, path: [field, i, "onlyFor"], list: item.onlyFor })),
        ),
        ...(["safety", "withdrawal", "accumulatesIn"] as const).flatMap((field) =>
          at[field].map((flag, i) => ({ at, names, path: [field, i, "members"], list: flag.members })),
        ),
      ];
    }),
    ...knowledge.interactions.flatMap((at) => {
      const names = namesOfSelectors(knowledge, at.drugs);
      return (["figures", "against"] as const).flatMap((field) =>
        at[field].map((item, i) => ({ at, names, path: [field, i, "onlyFor"], list: item.onlyFor })),
      );
    }),
  ];
  return narrowed.flatMap(({ at, names, path, list }) =>
    (list ?? [])
      .filter((name) => !names.has(name))
      .map((name): Finding => ({
        severity: "error",
        rule: "not-a-member",
        at,
        path,
        message: `"${name}" is no member of "${at.id}"`,
      })),
  );
}

function namesOfSelectors(knowledge: Knowledge, selectors: readonly DrugSelector[]): ReadonlySet<string> {
  const ids = new Set(selectors.flatMap((selector) => [...selector.classes, ...selector.sets]));
  const groups = [...knowledge.classes, ...knowledge.drugSets].filter((group) => ids.has(group.id));
  return new Set([
    ...selectors.flatMap((selector) => selector.ingredients),
    ...groups.flatMap((group) => group.members.map((member) => member.name)),
  ]);
}

/** No two classes judge the same ingredient by the same route unless one of them says that it replaces the other. */
export function checkOverlaps({ knowledge }: BuiltKnowledge): Finding[] {
  const byId = new Map(knowledge.classes.map((entry) => [entry.id, entry]));
  const judgedBy = new Map<string, DrugClass[]>();
  const reported = new Set<string>();
  return knowledge.classes.flatMap((other) =>
    other.members.flatMap((member): Finding[] => {
      const key = member.rxcui ?? member.name.toLowerCase();
      const earlier = judgedBy.get(key) ?? [];
      judgedBy.set(key, [...earlier, other]);
      return earlier
        .filter(
          (one) =>
            one !== other &&
            routesMeet(one.routes, other.routes) &&
            !replaces(one, other.id, byId) &&
            !replaces(other, one.id, byId),
        )
        .filter((one) => !reported.has(`${one.id} ${other.id}`) && reported.add(`${one.id} ${other.id}`))
        .map((one) => {
          const message = `${member.name} is judged by "${one.id}" (${one.strength}) and by "${other.id}" (${other.strength}); one of them has to replace the other`;
          return { severity: "error", rule: "overlap", at: other, path: ["members"], message };
        });
    }),
  );
}

function replaces(
  one: DrugClass,
  otherId: string,
  byId: ReadonlyMap<string, DrugClass>,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (seen.has(one.id)) return false;
  const next = new Set([...seen, one.id]);
  return one.replaces.some((id) => {
    const replaced = byId.get(id);
    return id === otherId || (replaced !== undefined && replaces(replaced, otherId, byId, next));
  });
}

type Routes = z.infer<typeof RouteRule> | undefined;

function routesMeet(a: Routes, b: Routes): boolean {
  if (a?.only && b?.only) return a.only.some((route) => b.only?.includes(route));
  if (a?.only && b?.except) return a.only.some((route) => !b.except?.includes(route));
  if (b?.only && a?.except) return b.only.some((route) => !a.except?.includes(route));
  return true;
}
