"use client";

import { MantineProvider } from "@mantine/core";
import { setNonce } from "get-nonce";
import type { ReactNode } from "react";
import { cssVariablesResolver, theme } from "./theme";

/** The theme for everything below it. `nonce`: of this request, for the style elements that components add while running. */
export function ThemeProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  // The scroll lock of dialogs adds a style element of its own and asks this package for its nonce.
  if (typeof window !== "undefined") setNonce(nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
