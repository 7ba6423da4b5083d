/** Rule → files that do not keep it yet. */
export const REMAINING: Readonly<Record<string, readonly string[]>>;
