import { AsyncLocalStorage } from "node:async_hooks";
import { Pool, type PoolClient } from "pg";

/** For what comes before anybody is known: signing in, and the operator's commands. Opens accounts and sessions, never a review. */
export const ACROSS = { organisationId: "*" } as const;

const workingFor = new AsyncLocalStorage<string>();

/** Runs `work` so that every connection it takes tells the database which organisation's rows may be seen. */
export function inOrganisation<T>(organisationId: string, work: () => Promise<T>): Promise<T> {
  return workingFor.run(organisationId, work);
}

type Connected = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/**
 * A pool whose connections name the organisation to PostgreSQL's row-level security before they are given out; asked again only
 * when it is another one than last time. Work that names none sees no row.
 */
export class ScopedPool extends Pool {
  private readonly named = new WeakMap<PoolClient, string>();

  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | void {
    const organisationId = workingFor.getStore() ?? "";
    const connected = super.connect().then(async (client) => {
      try {
        await this.name(client, organisationId);
        return client;
      } catch (error) {
        client.release(error instanceof Error ? error : true);
        throw error;
      }
    });
    if (callback === undefined) return connected;
    connected.then(
      (client) =>
        callback(undefined, client, (release) => client.release(release instanceof Error ? release : undefined)),
      (error: unknown) =>
        callback(error instanceof Error ? error : new Error(String(error)), undefined, () => undefined),
    );
  }

  private async name(client: PoolClient, organisationId: string): Promise<void> {
    if (this.named.get(client) === organisationId) return;
    this.named.delete(client);
    await client.query("SELECT set_config('crampcheck.organisation', $1, false)", [organisationId]);
    this.named.set(client, organisationId);
  }
}
