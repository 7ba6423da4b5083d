/** Three values: yes, no, not known. Not known is never read as no. */
export type Ternary = boolean | null;

/** Yes if one is yes; not known if none is yes and one is not known. */
export function anyOf(values: readonly Ternary[]): Ternary {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

/** No if one is no; not known if none is no and one is not known. */
export function allOf(values: readonly Ternary[]): Ternary {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

/** The other way round; not known stays not known. */
export function negate(value: Ternary): Ternary {
  return value === null ? null : !value;
}
