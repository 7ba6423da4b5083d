import {
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";
import { DARK, LIGHT } from "./tokens";

const PETROL: MantineColorsTuple = [
  "#E3F1F4",
  "#C6E3E8",
  "#9CCFD8",
  "#62C3D6",
  "#3E9DB0",
  "#1F7C8F",
  "#0B5D6E",
  "#094B59",
  "#073B46",
  "#06252C",
];

/** Mantine's neutral steps, so that what it draws by itself (fields, menus) sits on our surfaces. */
const GREY: MantineColorsTuple = [
  "#F5F7F9",
  "#EDF0F4",
  "#E3E8ED",
  "#D3D9E1",
  "#B9C2CD",
  "#8893A1",
  "#76818F",
  "#5C6776",
  "#475261",
  "#1A232E",
];
const NIGHT: MantineColorsTuple = [
  "#E7EBF1",
  "#B6C0CD",
  "#9AA6B6",
  "#7F8C9D",
  "#364252",
  "#222B37",
  "#19202A",
  "#11161D",
  "#0D1218",
  "#090D12",
];

/** Buttons and icon buttons take their colours from the tokens, so that light, dark and print agree. */
const variantColorResolver: VariantColorsResolver = (input) => {
  switch (input.variant) {
    case "filled":
      return {
        background: "var(--cc-primary)",
        hover: "var(--cc-primary-hover)",
        color: "var(--cc-on-primary)",
        border: "1px solid transparent",
      };
    case "default":
    case "outline":
      return {
        background: "var(--cc-surface)",
        hover: "var(--cc-sunken)",
        color: "var(--cc-text)",
        border: "1px solid var(--cc-control-border)",
      };
    case "light":
      return {
        background: "var(--cc-selected)",
        hover: "var(--cc-sunken)",
        color: "var(--cc-text)",
        border: "1px solid transparent",
      };
    case "subtle":
    case "transparent":
      return {
        background: "transparent",
        hover: "var(--cc-sunken)",
        color: "var(--cc-primary)",
        border: "1px solid transparent",
      };
    default:
      return defaultVariantColorsResolver(input);
  }
};

const FAMILY = `var(--cc-latin-font), "IBM Plex Sans Variable", system-ui, "Segoe UI", sans-serif`;

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 6, dark: 3 },
  colors: { petrol: PETROL, gray: GREY, dark: NIGHT },
  variantColorResolver,
  fontFamily: FAMILY,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.3334", sm: "1.3847", md: "1.4286", lg: "1.5", xl: "1.4" },
  fontWeights: { regular: "400", medium: "600", bold: "600" },
  headings: {
    fontFamily: FAMILY,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "2.125rem" },
      h2: { fontSize: "1.25rem", lineHeight: "1.75rem" },
      h3: { fontSize: "1rem", lineHeight: "1.5rem" },
      h4: { fontSize: "0.875rem", lineHeight: "1.25rem" },
      h5: { fontSize: "0.875rem", lineHeight: "1.25rem" },
      h6: { fontSize: "0.875rem", lineHeight: "1.25rem" },
    },
  },
  spacing: { xs: "0.25rem", sm: "0.5rem", md: "0.75rem", lg: "1rem", xl: "1.5rem" },
  radius: { xs: "2px", sm: "4px", md: "4px", lg: "4px", xl: "4px" },
  defaultRadius: "sm",
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    Button: Button.extend({
      defaultProps: { variant: "default", size: "md", loaderProps: { type: "dots" } },
      vars: () => ({
        root: { "--button-height": "var(--cc-control)", "--button-fz": "0.875rem", "--button-padding-x": "0.75rem" },
      }),
    }),
    Input: Input.extend({
      defaultProps: { size: "md" },
      vars: () => ({
        wrapper: {
          "--input-height": "var(--cc-control)",
          "--input-fz": "0.875rem",
          "--input-bd": "var(--cc-control-border)",
        },
      }),
    }),
    // Named without importing them, so that a page loads only the parts that it draws.
    InputWrapper: { defaultProps: { size: "md", inputWrapperOrder: ["label", "description", "error", "input"] } },
    NativeSelect: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "sm" } },
    Radio: { defaultProps: { size: "sm" } },
    CloseButton: { defaultProps: { size: 28 } },
    Menu: { defaultProps: { transitionProps: { duration: 120 }, shadow: "var(--cc-shadow)" } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
  },
});

/** Mantine's own properties pointed at the tokens: one place where a colour is decided. */
const MANTINE_VARIABLES = {
  "--mantine-color-body": "var(--cc-page)",
  "--mantine-color-text": "var(--cc-text)",
  "--mantine-color-dimmed": "var(--cc-text-3)",
  "--mantine-color-placeholder": "var(--cc-text-3)",
  "--mantine-color-anchor": "var(--cc-primary)",
  "--mantine-color-error": "var(--cc-act-now-text)",
  "--mantine-color-default": "var(--cc-surface)",
  "--mantine-color-default-hover": "var(--cc-sunken)",
  "--mantine-color-default-color": "var(--cc-text)",
  "--mantine-color-default-border": "var(--cc-line)",
  "--mantine-color-disabled": "var(--cc-sunken)",
  "--mantine-color-disabled-color": "var(--cc-text-3)",
  "--mantine-color-disabled-border": "var(--cc-line)",
  "--mantine-primary-color-filled": "var(--cc-primary)",
  "--mantine-primary-color-filled-hover": "var(--cc-primary-hover)",
  "--mantine-primary-color-contrast": "var(--cc-on-primary)",
  "--mantine-primary-color-light": "var(--cc-selected)",
  "--mantine-primary-color-light-hover": "var(--cc-selected)",
  "--mantine-primary-color-light-color": "var(--cc-text)",
} as const;

/** Semantic properties for both schemes (`cssVariablesResolver` of the provider). */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...LIGHT, ...MANTINE_VARIABLES },
  dark: { ...DARK, ...MANTINE_VARIABLES },
});
