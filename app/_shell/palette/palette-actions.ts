import type { OwnLink } from "@/app/_shell/own-links";
import type { PaletteHit } from "./palette-hit";

export type PaletteOption = Omit<PaletteHit, "href"> & { words: string; run: () => void };

/** Things to do from anywhere, and the parts of the page that is open. `go` follows an address. */
export function paletteActions({
  links,
  go,
  showKeys,
  signOut,
}: {
  links: readonly OwnLink[];
  go: (href: string) => void;
  showKeys: () => void;
  signOut: () => void;
}): { actions: PaletteOption[]; parts: PaletteOption[] } {
  const action = (words: string, run: () => void, detail: string | null = null): PaletteOption => ({
    id: words,
    words,
    label: [words],
    detail,
    run,
  });
  const reference = /^\/reviews\/(CC-\d+)/.exec(window.location.pathname)?.[1];
  const ofReview =
    reference === undefined
      ? []
      : [
          action(`Open ${reference}`, () => go(`/reviews/${reference}`)),
          action(`Edit ${reference}`, () => go(`/reviews/${reference}/edit`)),
          action(`Check and sign ${reference}`, () => go(`/reviews/${reference}/sign`)),
        ];
  return {
    parts: partsOfPage().map(({ title, element }) =>
      action(`Go to ${title}`, () => focusPart(element), "on this page"),
    ),
    actions: [
      action("New review", () => go("/reviews/new")),
      action("Worklist", () => go("/reviews")),
      action("Try an example patient", () => go("/reviews/examples")),
      ...ofReview,
      action("Knowledge", () => go("/knowledge")),
      action("Method", () => go("/method")),
      action("List of keys", showKeys, "?"),
      ...links.map(({ href, words }) => action(words, () => go(href))),
      action("Sign out", signOut),
    ],
  };
}

/** The headed parts of the page that is open: findings, tests, timeline, medications, … */
function partsOfPage(): { title: string; element: HTMLElement }[] {
  return [...document.querySelectorAll<HTMLElement>("main h2")]
    .filter((heading) => heading.offsetParent !== null)
    .flatMap((element) => {
      const title = (element.firstChild?.textContent ?? element.textContent ?? "").trim();
      return title === "" ? [] : [{ title, element }];
    });
}

function focusPart(heading: HTMLElement): void {
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

/** Options whose words begin with every word that was typed; all of them while nothing is typed. */
export function matching(options: readonly PaletteOption[], typed: string): PaletteOption[] {
  const wanted = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return options.filter(({ words }) => {
    const own = words.toLowerCase().split(/\s+/);
    return wanted.every((word) => own.some((one) => one.startsWith(word)));
  });
}
