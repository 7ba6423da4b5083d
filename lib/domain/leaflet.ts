import { z } from "zod";

/** The pieces that fit one patient, as they were when the review was signed: kept with it, so that the leaflet never changes. */
export const Leaflet = z.object({
  pieces: z.array(z.object({ id: z.string(), heading: z.string(), text: z.string(), points: z.array(z.string()) })),
  /** Pieces that this patient must not get, and the fact that says so. */
  leftOut: z.array(z.object({ id: z.string(), heading: z.string(), because: z.string() })),
  /** Pieces that are worded with care, or left out, because something was not entered. */
  notKnown: z.array(z.object({ id: z.string(), heading: z.string(), missing: z.array(z.string()) })),
});
export type Leaflet = z.infer<typeof Leaflet>;
