/** The first letter as a capital: words of the content that start a line of their own. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
