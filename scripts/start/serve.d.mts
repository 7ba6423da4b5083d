import type { IncomingMessage, Server, ServerResponse } from "node:http";

export declare const REFUSALS: Readonly<Record<"bad-method" | "not-found", { status: number; sentence: string }>>;
export declare function isAddress(path: string): boolean;
export declare function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  options: { hostname: string; port: number; https: boolean; done: () => void; drainMs?: number },
): Server;
