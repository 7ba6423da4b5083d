/**
 * How the content is validated: each entry once, when the process starts. Zod would else compile a function for every schema,
 * which takes longer than reading all entries without it. The rules are the same.
 */
export const ONCE = { jitless: true } as const;
