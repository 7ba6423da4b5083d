export { PRIORITY_WORDS } from "@/lib/domain/priority-words";
