export function ensureDependencies(root?: string, run?: (root: string) => Promise<void>): Promise<boolean>;
export function whyInstall(root: string): string | null;
