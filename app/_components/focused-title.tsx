"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** The title of a page, which takes the focus when the page opens; an address that names a place in the page keeps it. */
export function FocusedTitle({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (window.location.hash === "") title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
