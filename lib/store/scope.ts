/** Who asks: every repository takes it, so that no query can be written that forgets the organisation. */
export type Scope = {
  readonly organisationId: string;
  readonly userId: string;
  /** Where the request came from; on every audit event that it makes. */
  readonly address?: string;
};

/** Who changes an account: somebody signed in, or (null) the operator at the command line, who has no account. */
export type Actor = {
  readonly organisationId: string;
  readonly userId: string | null;
  readonly address?: string;
};
