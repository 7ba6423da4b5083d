import type { Medication } from "@/lib/domain/medication";
import type { RouteLimits } from "@/lib/review/facts/knowledge-index";

/** Routes that act where they are put: such a form is never loud unless a rule names the route. */
const LOCAL_ROUTES: ReadonlySet<string> = new Set(["topical", "eye", "ear", "nasal"]);

/** Forms that tell the route where the text does not. */
const ROUTE_OF_FORM: readonly (readonly [RegExp, string])[] = [
  [/\b(eye|ophthalmic)\b/, "eye"],
  [/\b(ear|otic)\b/, "ear"],
  [/\bnasal\b/, "nasal"],
  [/\b(inhal\w*|nebuli[sz]\w*|accuhaler|turbohaler|evohaler|diskus)\b/, "inhaled"],
  [/\b(cream|ointment|gel|lotion|shampoo|topical|foam|paste)\b/, "topical"],
  [/\bvaginal|pessar\w*/, "vaginal"],
  [/\b(suppositor\w*|enema|rectal)\b/, "rectal"],
  [/\b(patch|transdermal)\b/, "transdermal"],
  [/\b(tablets?|capsules?|syrup|caplets?|chewable|lozenges?)\b/, "oral"],
];

/** The route of a medication as read, or as its form tells; null where neither says. */
export function routeOf(medication: Medication): string | null {
  if (medication.route !== null) return medication.route.toLowerCase();
  const form = medication.form?.toLowerCase();
  if (form === undefined) return null;
  return ROUTE_OF_FORM.find(([pattern]) => pattern.test(form))?.[1] ?? null;
}

/** Whether rules about routes take in a route; one that is not given counts as the drug's usual one and is taken in. */
export function allowsRoute(limits: readonly (RouteLimits | undefined)[], route: string | null): boolean {
  if (route === null) return true;
  const rules = limits.filter((limit) => limit !== undefined);
  if (LOCAL_ROUTES.has(route) && !rules.some((rule) => rule.only?.includes(route))) return false;
  return rules.every((rule) =>
    rule.only !== undefined ? rule.only.includes(route) : !(rule.except?.includes(route) ?? false),
  );
}
