/**
 * Moves the focus to the next (1) or previous (-1) line that needs somebody, counted from where the focus is, round the end.
 * Returns whether there was one.
 */
export function focusNextNeed(root: ParentNode | null, step: 1 | -1): boolean {
  const openItems = [...(root?.querySelectorAll<HTMLElement>("[data-needs]") ?? [])].filter(
    (element) => element.offsetParent !== null,
  );
  if (openItems.length === 0) return false;
  const here = document.activeElement;
  const wanted = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const lies = (element: HTMLElement) =>
    here !== null &&
    here !== document.body &&
    !element.contains(here) &&
    (here.compareDocumentPosition(element) & wanted) !== 0;
  const beyond = openItems.filter(lies);
  const next =
    step === 1 ? (beyond[0] ?? openItems[0]) : (beyond[beyond.length - 1] ?? openItems[openItems.length - 1]);
  next?.focus();
  return true;
}
