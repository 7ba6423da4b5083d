import type { DrugWord, RichText } from "@/app/_view-models/rich-text";
import styles from "./drug-name.module.css";

/** A generic name: bold, tall-man where it is listed, never cut; spoken as a plain word. */
export function DrugName({ name }: { name: DrugWord }) {
  if (name.drawn === name.plain) return <b className={styles.drug}>{name.plain}</b>;
  return (
    <b className={styles.drug}>
      <span aria-hidden="true">{name.drawn}</span>
      <span className={styles.spoken}>{name.plain}</span>
    </b>
  );
}

/** A sentence in which every drug name is drawn as one. */
export function RichTextView({ words }: { words: RichText }) {
  return words.map((word, index) =>
    typeof word === "string" ? <span key={index}>{word}</span> : <DrugName key={index} name={word} />,
  );
}
