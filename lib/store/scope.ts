/** Who asks: every repository takes it, so that no query can be written that forgets the organisation. */
export type Scope = { readonly organisationId: string; readonly userId: string };
