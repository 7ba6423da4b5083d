"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { SkipLink } from "./skip-link";

/** Where each page's skip link leads, by its address; the first that fits. */
const TARGETS: readonly { page: RegExp; to: string; name: string }[] = [
  { page: /^\/reviews$/, to: "worklist", name: "list" },
  { page: /^\/reviews\/new$|\/edit$/, to: "list", name: "form" },
  { page: /\/sign$/, to: "sign", name: "form" },
  { page: /^\/reviews\/[^/]+$/, to: "findings", name: "findings" },
  { page: /^\/account$/, to: "change-password", name: "form" },
  { page: /^\/settings$/, to: "settings", name: "form" },
];

/** The first stop of the Tab key on every page of the clinic, before the header. A page that has not its part (not found) gets its start. */
export function PageSkipLink() {
  const path = usePathname();
  const { to, name } = TARGETS.find(({ page }) => page.test(path)) ?? { to: "main", name: "content" };
  const nav = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (document.getElementById(to) === null) nav.current?.querySelector("a")?.setAttribute("href", "#main");
  }, [to]);
  return (
    <span ref={nav} key={to}>
      <SkipLink to={to} name={name} />
    </span>
  );
}
