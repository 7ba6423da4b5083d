import { defineConfig } from "prisma/config";

// `env()` would make even `prisma generate` ask for a database; it needs none.
const url = process.env.DATABASE_URL ?? "";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(url === "" ? {} : { datasource: { url } }),
});
