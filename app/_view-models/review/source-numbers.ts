import type { SourceReference } from "@/lib/domain/review";
import { sourceLink } from "@/lib/report/model/report-model";
import type { SourceView } from "./review-view";

/** Numbers the sources of a page in the order in which they are first named. */
export class SourceNumbers {
  private readonly numbers = new Map<string, number>();
  readonly list: SourceView[] = [];

  number(source: SourceReference): number {
    const known = this.numbers.get(source.id);
    if (known !== undefined) return known;
    const number = this.list.length + 1;
    this.numbers.set(source.id, number);
    this.list.push({ id: source.id, number, citation: source.citation, link: sourceLink(source) });
    return number;
  }

  /** The number of a source that was named before. */
  known(id: string): number | null {
    return this.numbers.get(id) ?? null;
  }
}
