import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconInfoCircle,
  IconSquareRotatedFilled,
  type Icon,
} from "@tabler/icons-react";
import type { Priority } from "@/lib/domain/vocabulary";
import { PRIORITY_WORDS } from "@/app/_view-models/priority-labels";
import styles from "./priority-badge.module.css";

const SHAPES: Readonly<Record<Priority, Icon>> = {
  "act-now": IconAlertOctagonFilled,
  review: IconAlertTriangleFilled,
  consider: IconSquareRotatedFilled,
  info: IconInfoCircle,
};

/** The shape of a level without its word; only beside the word or where the word is spoken. */
export function PriorityMark({ priority, size = 16 }: { priority: Priority; size?: number }) {
  const Shape = SHAPES[priority];
  return <Shape aria-hidden className={styles.mark} data-priority={priority} size={size} stroke={1.75} />;
}

/** Word, shape and colour of a level. `count`: how many stand there, said after the word. */
export function PriorityBadge({ priority, count }: { priority: Priority; count?: number }) {
  return (
    <span className={styles.badge} data-priority={priority}>
      <PriorityMark priority={priority} />
      <span>{PRIORITY_WORDS[priority]}</span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </span>
  );
}
