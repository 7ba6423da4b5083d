import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml";
import type { FieldPath, Origin } from "@/lib/knowledge/check/content-problem";

/**
 * Line (from 1) on which a field of an entry stands; of the nearest thing above it where the field itself is missing.
 * Parses the file again with positions: slow, so only called once something is wrong.
 */
export function lineOf(origin: Origin, field: FieldPath): number | null {
  const lines = new LineCounter();
  const document = parseDocument(origin.file.text, { lineCounter: lines });
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  const steps = origin.index === null ? field : [origin.index, ...field];
  for (const step of steps) {
    const found = child(node, step);
    if (found === null) break;
    offset = found.offset;
    node = found.value;
  }
  return lines.linePos(offset).line;
}

/** The value below a key or an index, and where its key (or, in a list, the value) begins. */
function child(node: Node | null, step: string | number): { value: Node | null; offset: number } | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { value: item, offset: item.range?.[0] ?? 0 } : null;
  }
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    if (!pair || !isScalar(pair.key)) return null;
    return { value: isNode(pair.value) ? pair.value : null, offset: pair.key.range?.[0] ?? 0 };
  }
  return null;
}
