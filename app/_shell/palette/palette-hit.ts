import type { RichText } from "@/app/_view-models/rich-text";

/** Something to go to, found by the words in the palette. */
export type PaletteHit = { id: string; label: RichText; detail: string | null; href: string };
export type PaletteAnswer = { reviews: PaletteHit[]; drugs: PaletteHit[]; pages: PaletteHit[] };
