/** Headers of every answer, pages and files alike; the policy with its nonce is added a request at a time by `proxy.ts`. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-DNS-Prefetch-Control", value: "off" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** Read from disk while serving, so a traced (Docker) build has to carry them. */
const DATA_FILES = ["./lib/terminology/data/**/*", "./lib/knowledge/content/**/*"];

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The table keeps its state in refs; the compiler would memoise it stale (docs/dependencies.md).
  reactCompiler: false,
  // `npm test` checks the types; a clinic's `npm start` need not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pdfmake",
    "@node-rs/argon2",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "yaml",
  ],
  outputFileTracingIncludes: { "/**/*": DATA_FILES },
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"] },
  headers: () => Promise.resolve([{ source: "/:path*", headers: SECURITY_HEADERS }]),
};

module.exports = nextConfig;
