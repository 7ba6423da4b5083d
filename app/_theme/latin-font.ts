import localFont from "next/font/local";

/**
 * The Latin letters of IBM Plex Sans, fetched ahead of the page's text. `optional`: where they come too late, the page keeps the
 * fallback, which is drawn to the same measures, so that no line moves under a clinician's eyes. Other scripts come from
 * `@fontsource-variable/ibm-plex-sans`, when a page has them.
 */
export const latinFont = localFont({
  src: "../../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2",
  weight: "100 700",
  style: "normal",
  display: "optional",
  preload: true,
  adjustFontFallback: "Arial",
  variable: "--cc-latin-font",
});
