import type { BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { hasIdentifier, hostOf } from "@/lib/knowledge/source-standing";
import type { Finding } from "./content-problem";

/**
 * A figure does not rest on a host of copies alone: its source has a PMID or DOI, or stands with whoever issued it. The
 * sources that a host still `awaits` are named there; one that was mended must leave that list, so that it only shrinks.
 */
export function checkSourceHosts({ knowledge, sources }: BuiltKnowledge): Finding[] {
  const hosts = new Map(knowledge.sourceHosts.map((entry) => [entry.host, entry]));
  const onCopy = (id: string) => {
    const source = knowledge.sources.get(id);
    return source !== undefined && !hasIdentifier(source) ? hosts.get(hostOf(source) ?? "") : undefined;
  };
  const carriers = [
    ...knowledge.classes.map((entry) => ({ entry, field: "evidence", figures: entry.evidence })),
    ...[...knowledge.interactions, ...knowledge.conditions, ...knowledge.treatments].map((entry) => ({
      entry,
      field: "figures",
      figures: entry.figures,
    })),
  ];
  const carrying = new Set(carriers.flatMap(({ figures }) => figures.map((figure) => figure.source)));
  const known = new Set(sources.map((source) => source.id));
  return [
    ...carriers.flatMap(({ entry, field, figures }) =>
      figures.flatMap((figure, i): Finding[] => {
        const host = onCopy(figure.source);
        if (!host || host.awaits.includes(figure.source)) return [];
        const message = `"${figure.source}" was read at ${host.host} alone (${host.why}); name the paper or label itself`;
        return [{ severity: "error", rule: "copied-source", at: entry, path: [field, i, "source"], message }];
      }),
    ),
    ...knowledge.sourceHosts.flatMap((host) =>
      host.awaits.flatMap((id, i): Finding[] => {
        if (known.has(id) && carrying.has(id) && onCopy(id) === host) return [];
        const message = `no figure rests on "${id}" at ${host.host} any more; take it off the list`;
        return [{ severity: "error", rule: "copied-source", at: host, path: ["awaits", i], message }];
      }),
    ),
  ];
}
