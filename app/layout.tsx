import "@fontsource-variable/ibm-plex-sans/wght.css";
import "@mantine/core/styles.layer.css";
import "./globals.css";

import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { asDensity, DENSITY_COOKIE } from "./_theme/density";
import { latinFont } from "./_theme/latin-font";
import { ThemeProvider } from "./_theme/theme-provider";
import { printRule } from "./_theme/tokens";

export const metadata: Metadata = {
  title: { template: "%s – CrampCheck", default: "CrampCheck" },
  description: "Decision support for clinicians: what may contribute to muscle cramps, with the evidence for each.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** A nonce is made for each request, so no page may be rendered ahead of one. */
export const dynamic = "force-dynamic";

/** The document: language, colour scheme, density, fonts and theme. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  const density = asDensity((await cookies()).get(DENSITY_COOKIE)?.value);
  return (
    <html lang="en-GB" className={latinFont.variable} data-density={density} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
        <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: printRule() }} />
      </head>
      <body>
        <ThemeProvider nonce={nonce}>{children}</ThemeProvider>
      </body>
    </html>
  );
}
