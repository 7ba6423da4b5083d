import next from "eslint-config-next";
import tseslint from "typescript-eslint";
import { REMAINING } from "./eslint.remaining.mjs";

/** Rooms of lib from the ground up; each may import only what stands before it (DESIGN: imports run downwards only). */
const LAYERS = [
  ["domain"],
  ["terminology"],
  ["knowledge", "reading"],
  ["review"],
  ["intake"],
  ["report"],
  ["fhir"],
  ["store"],
  ["auth"],
  ["clinic"],
];
const PURE = ["domain", "terminology", "knowledge", "reading", "review", "intake", "report", "fhir"];
const OUTSIDE_PURE = [
  "next",
  "next/*",
  "next-auth",
  "next-auth/*",
  "react",
  "react-dom",
  "@mantine/*",
  "@prisma/*",
  "@/prisma/*",
  "pg",
];

/** What others may ask of a room with rooms of its own: its front doors. What is not named is its own affair. */
const FRONT_DOORS = [
  {
    room: "review",
    doors: [
      "(?:review|judge|tell|panel-verdict|format)$",
      "facts/",
      "compare/",
      "findings/check-runner$",
      "suggestions/not-flagged$",
      "rules/(?:evaluate-predicate|match-classes|onset-window|present-conditions)$",
    ],
  },
  {
    room: "report",
    doors: [
      "render-report$",
      "model/",
      "timeline/",
      "signed/",
      "documents/(?:report-document|rerun)$",
      "formats/(?:csv|pdf/render|html/(?:render|style)|text/document)$",
      "cramps/cramp-chart$",
      "leaflet/choose-leaflet$",
      "text/tall-man-text$",
    ],
  },
];
const innerRooms = (own) =>
  FRONT_DOORS.filter(({ room }) => room !== own).map(({ room, doors }) => ({
    regex: `^@/lib/${room}/(?!${doors.join("|")})`,
    message: `From outside, lib/${room} is asked by its front doors (FRONT_DOORS in eslint.config.mjs).`,
  }));

const DATABASE = {
  group: ["@/prisma/*", "@prisma/*", "pg"],
  message: "The database is reached through lib/store only.",
};
/** Rooms of app that are shared; a page's folder is its own affair. */
const PAGES = {
  regex: "^@/app/(?:\\(clinic\\)|diary|knowledge|method|sign-in|verify)/",
  message: "A page's folder is its own affair; what is shared stands in app/_*.",
};
const API = { regex: "^@/app/api/", message: "Pages and shared parts ask app/api over the network, or lib." };

const layerRules = LAYERS.flatMap((rooms, level) =>
  rooms.map((room) => {
    const above = LAYERS.slice(level)
      .flat()
      .filter((other) => other !== room);
    const patterns = [
      {
        group: [...above.map((other) => `@/lib/${other}/*`), "@/app/*", "@/tests/*", "@/scripts/*"],
        message: `lib/${room} may import only what lies below it (docs/architecture.md).`,
      },
    ];
    patterns.push(...innerRooms(room));
    if (PURE.includes(room))
      patterns.push({ group: OUTSIDE_PURE, message: `lib/${room} is pure: no framework, no database.` });
    return { files: [`lib/${room}/**/*.{ts,tsx}`], rules: { "no-restricted-imports": ["error", { patterns }] } };
  }),
);

const eslintConfig = [
  {
    ignores: [".next/**", ".data/**", "node_modules/**", "prisma/generated/**", "next-env.d.ts", "tests/.artifacts/**"],
  },
  ...next,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-assertions": [
        "error",
        { assertionStyle: "as", objectLiteralTypeAssertions: "never" },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["tests/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off", "max-lines": "off" } },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { patterns: [DATABASE, API, ...innerRooms(null)] }] },
  },
  {
    files: ["app/_*/**/*.{ts,tsx}", "app/api/**/*.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { patterns: [DATABASE, PAGES, ...innerRooms(null)] }] },
  },
  {
    files: ["lib/**/*.{ts,tsx}", "app/**/*.{ts,tsx}", "scripts/**/*.{ts,mjs}"],
    rules: {
      complexity: ["error", { max: 20, variant: "classic" }],
      "no-nested-ternary": "error",
      "max-params": ["error", { max: 4 }],
    },
  },
  ...Object.entries(REMAINING)
    .filter(([, files]) => files.length > 0)
    .map(([rule, files]) => ({
      files: files.map((file) => file.replace(/[()[\]]/g, "\\$&")),
      rules: {
        [rule]: rule === "max-lines" ? ["error", { max: 450, skipBlankLines: true, skipComments: true }] : "off",
      },
    })),
  ...layerRules,
];

export default eslintConfig;
