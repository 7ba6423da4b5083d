"use client";

import { Button, Menu, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconMenu2 } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { applyDensity, type Density } from "@/app/_theme/density";
import { setLetterKeys, useLetterKeys } from "./letter-keys";
import styles from "./user-menu.module.css";

const SCHEMES: readonly { value: MantineColorScheme; words: string }[] = [
  { value: "auto", words: "As the device" },
  { value: "light", words: "Light" },
  { value: "dark", words: "Dark" },
];

/** The signed-in person's menu: account, how the page looks, keys, sign out. On narrow screens also the way round. */
export function UserMenu({ displayName, density, isAdministrator, signOut }: {
  displayName: string;
  density: Density;
  isAdministrator: boolean;
  /** A form that ends the session; rendered as the last entry. */
  signOut: ReactNode;
}) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [chosenDensity, setChosenDensity] = useState(density);
  const letterKeys = useLetterKeys();

  const changeDensity = (next: Density) => {
    setChosenDensity(next);
    applyDensity(next);
  };

  return (
    <Menu position="bottom-end" width={256} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="subtle" rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />} aria-label={`Menu of ${displayName}`}>
          <span className={styles.wide}>{displayName}</span>
          <span className={styles.narrow}><IconMenu2 size={20} stroke={1.75} aria-hidden /> Menu</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.narrow}>
          <Menu.Item component="a" href="/reviews">Worklist</Menu.Item>
          <Menu.Item component="a" href="/knowledge">Knowledge</Menu.Item>
          <Menu.Divider />
        </div>
        <Menu.Item component="a" href="/account">Account</Menu.Item>
        {isAdministrator && <Menu.Item component="a" href="/settings">Settings</Menu.Item>}
        <Menu.Divider />
        <Menu.Label>Colours</Menu.Label>
        {SCHEMES.map(({ value, words }) => (
          <Menu.Item key={value} role="menuitemradio" aria-checked={colorScheme === value} onClick={() => setColorScheme(value)} rightSection={colorScheme === value ? "chosen" : undefined}>{words}</Menu.Item>
        ))}
        <Menu.Label>Rows and controls</Menu.Label>
        {(["comfortable", "compact"] as const).map((value) => (
          <Menu.Item key={value} role="menuitemradio" aria-checked={chosenDensity === value} onClick={() => changeDensity(value)} rightSection={chosenDensity === value ? "chosen" : undefined}>
            {value === "comfortable" ? "Comfortable" : "Compact"}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item role="menuitemcheckbox" aria-checked={letterKeys} onClick={() => setLetterKeys(!letterKeys)} rightSection={letterKeys ? "on" : "off"}>Single-letter keys</Menu.Item>
        <Menu.Divider />
        {signOut}
      </Menu.Dropdown>
    </Menu>
  );
}
