/**
 * Moves the focus to the next (1) or previous (-1) line that needs somebody, from the one that has it, round the end.
 * Returns whether there was one.
 */
export function focusNextNeed(root: ParentNode | null, step: 1 | -1): boolean {
  const needs = [...(root?.querySelectorAll<HTMLElement>("[data-needs]") ?? [])].filter((element) => element.offsetParent !== null);
  if (needs.length === 0) return false;
  const at = needs.findIndex((element) => element.contains(document.activeElement));
  const next = at === -1 ? needs[step === 1 ? 0 : needs.length - 1] : needs[(at + step + needs.length) % needs.length];
  next?.focus();
  return true;
}
