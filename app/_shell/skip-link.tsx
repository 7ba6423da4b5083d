import styles from "./skip-link.module.css";

/** First stop of the Tab key on every page: “Skip to findings”, “Skip to list”, “Skip to form”. */
export function SkipLink({ to, name }: { to: string; name: string }) {
  return (
    <a className={styles.skip} href={`#${to}`}>
      Skip to {name}
    </a>
  );
}
