import type { REST_KINDS, ClinicalProblem } from "@/lib/knowledge/problem-schema";
import type { Knowledge } from "@/lib/knowledge/schema";

type RestKind = (typeof REST_KINDS)[number];

/** Which problems of the content cover what; made once per knowledge base. */
export class ProblemIndex {
  readonly byId: ReadonlyMap<string, ClinicalProblem>;
  /** 0 for the one that stands first among equals. */
  readonly order: ReadonlyMap<string, number>;
  private readonly covering = new Map<string, string[]>();

  constructor({ problems }: Pick<Knowledge, "problems">) {
    this.byId = new Map(problems.map((problem) => [problem.id, problem]));
    this.order = new Map(problems.map(({ id }, place) => [id, place]));
    for (const { id, covers } of problems) {
      for (const mechanism of covers.mechanisms) this.cover(`mechanism/${mechanism}`, id);
      for (const condition of covers.conditions) this.cover(`condition/${condition}`, id);
      for (const flag of covers.redFlags) this.cover(`red-flag/${flag}`, id);
      for (const { lab, is } of covers.labs) this.cover(`lab/${lab}/${is}`, id);
      for (const kind of covers.rest) this.cover(`rest/${kind}`, id);
    }
  }

  ofMechanism(id: string): readonly string[] {
    return this.covering.get(`mechanism/${id}`) ?? [];
  }

  ofCondition(id: string): readonly string[] {
    return this.covering.get(`condition/${id}`) ?? [];
  }

  ofRedFlag(id: string): readonly string[] {
    return this.covering.get(`red-flag/${id}`) ?? [];
  }

  ofResult(lab: string, side: "low" | "high"): readonly string[] {
    return this.covering.get(`lab/${lab}/${side}`) ?? [];
  }

  /** The problem of findings that nothing else places. Throws where the content names none: `kb:check` proves that it does. */
  ofRest(kind: RestKind): string {
    const [id] = this.covering.get(`rest/${kind}`) ?? [];
    if (id === undefined) throw new Error(`No problem of the content takes “${kind}”.`);
    return id;
  }

  private cover(what: string, id: string): void {
    this.covering.set(what, [...(this.covering.get(what) ?? []), id]);
  }
}
