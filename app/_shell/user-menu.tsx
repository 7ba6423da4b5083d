"use client";

import { useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import Link from "next/link";
import { IconMenu2 } from "@tabler/icons-react";
import { useId, useState, type ReactNode } from "react";
import { Disclosure } from "@/app/_components/disclosure";
import { applyDensity, type Density } from "@/app/_theme/density";
import type { OwnLink } from "./own-links";
import { setLetterKeys, useLetterKeys } from "./letter-keys";
import styles from "./user-menu.module.css";

const SCHEMES: readonly { value: MantineColorScheme; words: string }[] = [
  { value: "auto", words: "As the device" },
  { value: "light", words: "Light" },
  { value: "dark", words: "Dark" },
];
const DENSITIES: readonly { value: Density; words: string }[] = [
  { value: "comfortable", words: "Comfortable" },
  { value: "compact", words: "Compact" },
];

/** The signed-in person's menu: account, how the page looks, keys, sign out. On narrow screens also the way round. */
export function UserMenu({
  displayName,
  density,
  links,
  signOut,
}: {
  displayName: string;
  density: Density;
  /** What this person may open besides the worklist. */
  links: readonly OwnLink[];
  /** Ends the session; stands last. */
  signOut: ReactNode;
}) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [chosenDensity, setChosenDensity] = useState(density);
  const letterKeys = useLetterKeys();
  const changeDensity = (next: Density) => {
    setChosenDensity(next);
    applyDensity(next);
  };
  const label = (
    <>
      <span className={styles.wide}>{displayName}</span>
      <span className={styles.narrow}>
        <IconMenu2 size={20} stroke={1.75} aria-hidden /> Menu
      </span>
    </>
  );
  return (
    <Disclosure subtle label={label} name={`Menu of ${displayName}`}>
      <ul className={styles.links}>
        <li className={styles.narrowOnly}>
          <Link href="/reviews" prefetch={false}>
            Worklist
          </Link>
        </li>
        <li className={styles.narrowOnly}>
          <Link href="/knowledge" prefetch={false}>
            Knowledge
          </Link>
        </li>
        {links.map(({ href, words }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
      <Choice name="Colours" options={SCHEMES} chosen={colorScheme} onChoose={setColorScheme} />
      <Choice name="Rows and controls" options={DENSITIES} chosen={chosenDensity} onChoose={changeDensity} />
      <label className={styles.option}>
        <input type="checkbox" checked={letterKeys} onChange={(event) => setLetterKeys(event.currentTarget.checked)} />{" "}
        Single-letter keys
      </label>
      <div className={styles.last}>{signOut}</div>
    </Disclosure>
  );
}

function Choice<Value extends string>({
  name,
  options,
  chosen,
  onChoose,
}: {
  name: string;
  options: readonly { value: Value; words: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
}) {
  const group = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{name}</legend>
      {options.map(({ value, words }) => (
        <label key={value} className={styles.option}>
          <input type="radio" name={group} checked={chosen === value} onChange={() => onChoose(value)} /> {words}
        </label>
      ))}
    </fieldset>
  );
}
