import type { EvidenceFigure, Source } from "@/lib/knowledge/schema";
import { KIND_WORDS } from "./kind-words";
import { sentenceCase } from "@/app/_view-models/sentence-case";

const FIRST_AUTHOR = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}?[\p{L}'’-]+)?) \p{Lu}{1,3}(?=[,.])/u;

/** A study as a plot names it: “Garrison and others”, or its kind where the citation does not begin with an author. */
export function studyName(figure: Pick<EvidenceFigure, "kind">, source: Pick<Source, "citation"> | undefined): string {
  const author = FIRST_AUTHOR.exec(source?.citation ?? "")?.[1];
  return author === undefined ? sentenceCase(KIND_WORDS[figure.kind]) : `${author} and others`;
}
