import Link from "next/link";
import { EmptyState } from "@/app/_components/empty-state";
import { SearchBox } from "./_search/search-box";
import styles from "./knowledge.module.css";

/** No entry of that name: the search, and the way to what there is. */
export default function KnowledgeNotFound() {
  return (
    <main id="main" className={styles.page}>
      <h1>No such knowledge page</h1>
      <EmptyState
        title="The knowledge base has no entry under this address."
        actions={
          <Link href="/knowledge" prefetch={false}>
            What we cover
          </Link>
        }
      >
        It may have been renamed. Not being here does not mean no effect: we list what we have read.
      </EmptyState>
      <SearchBox query="" />
    </main>
  );
}
