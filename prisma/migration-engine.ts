import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Client } from "pg";

export const MIGRATIONS = path.join(process.env.CRAMPCHECK_ROOT ?? process.cwd(), "prisma", "migrations");

/** Prisma's own schema engine as WebAssembly, connected through the driver adapter: no binary is downloaded. */
export async function openMigrationEngine(databaseUrl: string): Promise<SchemaEngine> {
  const bindings: EngineModule = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  await loadWasm(bindings);
  const factory = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg({ connectionString: databaseUrl })));
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
}

/** The migrations in this checkout as the engine wants them. */
export function migrationList(directory: string = MIGRATIONS): MigrationList {
  const lockfile = path.join(directory, "migration_lock.toml");
  return {
    baseDir: directory,
    lockfile: { path: "migration_lock.toml", content: readFileSync(lockfile, "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(directory).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(directory, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

export function migrationNames(directory: string = MIGRATIONS): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export const NO_FILTER = { externalTables: [], externalEnums: [] };

type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg") & {
  __wbg_set_wasm?: (exports: WebAssembly.Exports) => void;
};

let loaded: Promise<void> | undefined;

/** Node does not import `.wasm`, so it is instantiated by hand, once. */
function loadWasm(bindings: EngineModule): Promise<void> {
  loaded ??= (async () => {
    const file = createRequire(import.meta.url)
      .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
      .replace(/\.js$/, ".wasm");
    const { instance } = await WebAssembly.instantiate(readFileSync(file), {
      "./schema_engine_bg.js": { ...bindings } as unknown as WebAssembly.ModuleImports,
    });
    bindings.__wbg_set_wasm?.(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === "function") start();
  })();
  return loaded;
}

let scriptError: unknown;

/** What PostgreSQL said about the script that failed last, once. */
export function takeScriptError(): unknown {
  const error = scriptError;
  scriptError = undefined;
  return error;
}

/** The adapter cuts scripts at every semicolon, also inside function bodies; PostgreSQL takes a script whole, in one transaction. */
function wholeScripts(factory: SqlMigrationAwareDriverAdapterFactory): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => withWholeScripts(await factory.connect()),
    connectToShadowDb: async () => withWholeScripts(await factory.connectToShadowDb()),
  };
}

function withWholeScripts(adapter: SqlDriverAdapter & { underlyingDriver?: () => unknown }): SqlDriverAdapter {
  const driver = adapter.underlyingDriver?.() as Pick<Client, "query">;
  adapter.executeScript = async (script) => {
    try {
      await driver.query(script);
    } catch (error) {
      scriptError = error; // the engine passes on only that something failed
      throw error;
    }
  };
  return adapter;
}
