import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { ClassPage } from "../../_pages/class-page";
import { ConditionPage } from "../../_pages/condition-page";
import { InteractionPage } from "../../_pages/interaction-page";
import { LabPage } from "../../_pages/lab-page";
import { RedFlagPage } from "../../_pages/red-flag-page";
import { TreatmentPage } from "../../_pages/treatment-page";
import { entryTitle } from "@/app/_view-models/entry-title";

type Props = { params: Promise<{ kind: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, id } = await params;
  return { title: entryTitle(loadKnowledge(), kind, id) ?? "Not found" };
}

/** One entry of the knowledge base, by its kind and id. */
export default async function KnowledgeEntryPage({ params }: Props) {
  const { kind, id } = await params;
  const knowledge = loadKnowledge();
  switch (kind) {
    case "classes":
      return <ClassPage entry={knowledge.classes.find((one) => one.id === id) ?? notFound()} />;
    case "conditions":
      return <ConditionPage entry={knowledge.conditions.find((one) => one.id === id) ?? notFound()} />;
    case "interactions":
      return <InteractionPage entry={knowledge.interactions.find((one) => one.id === id) ?? notFound()} />;
    case "labs":
      return <LabPage entry={knowledge.labs.find((one) => one.id === id) ?? notFound()} />;
    case "treatments":
      return <TreatmentPage entry={knowledge.treatments.find((one) => one.id === id) ?? notFound()} />;
    case "red-flags":
      return <RedFlagPage entry={knowledge.redFlags.find((one) => one.id === id) ?? notFound()} />;
    default:
      notFound();
  }
}
