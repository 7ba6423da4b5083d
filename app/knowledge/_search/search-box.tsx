import { Button, TextInput } from "@mantine/core";
import styles from "./search.module.css";

/** Search by a plain form: an address that can be kept and sent, since it names no patient. */
export function SearchBox({ query, compact = false }: { query: string; compact?: boolean }) {
  return (
    <form action="/knowledge" method="get" role="search" className={compact ? styles.compact : styles.form}>
      <TextInput
        className={styles.field}
        name="q"
        type="search"
        defaultValue={query}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        label={compact ? undefined : "Search the knowledge base"}
        aria-label={compact ? "Search the knowledge base" : undefined}
        description={
          compact
            ? undefined
            : "A drug by generic or brand name, a class, a condition or its ICD-10-CM code, a test, an interaction, a treatment."
        }
      />
      <Button type="submit" variant={compact ? "default" : "filled"}>
        Search
      </Button>
    </form>
  );
}
