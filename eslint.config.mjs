import next from "eslint-config-next";
import tseslint from "typescript-eslint";

/** Rooms of lib from the ground up; each may import only what stands before it (DESIGN: imports run downwards only). */
const LAYERS = [
  ["domain"],
  ["terminology"],
  ["knowledge", "reading"],
  ["review"],
  ["intake"],
  ["report"],
  ["store"],
  ["auth"],
  ["clinic"],
];
const PURE = ["domain", "terminology", "knowledge", "reading", "review", "intake", "report"];
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
      "max-lines": ["error", { max: 450, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["tests/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off", "max-lines": "off" } },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["@/prisma/*", "@prisma/*", "pg"], message: "The database is reached through lib/store only." },
          ],
        },
      ],
    },
  },
  ...layerRules,
];

export default eslintConfig;
