export function say(line: string): void;
export function fail(error: unknown): never;
