import { applyMigrations } from "@/prisma/apply-migrations";

/** A process of its own that applies the migrations and prints the names of those it applied. */
void applyMigrations(process.env.DATABASE_URL ?? "").then((applied) => {
  process.stdout.write(JSON.stringify(applied));
  process.exit(0);
});
