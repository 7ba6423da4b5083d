import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { ROLE_OPTIONS } from "./role-options";
import styles from "../accounts.module.css";

const EMPTY = { email: "", displayName: "", role: "clinician" };

/** Address, name and role of somebody new. `onInvite` says whether it worked; then the fields are empty again. */
export function InviteForm({ onInvite }: { onInvite: (person: typeof EMPTY) => Promise<boolean> }) {
  const [person, setPerson] = useState(EMPTY);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await onInvite(person)) setPerson(EMPTY);
  };
  return (
    <form id="invite" className={styles.fields} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label="Email"
        type="email"
        autoComplete="off"
        value={person.email}
        maxLength={254}
        onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
      />
      <TextInput
        label="Name that others will see"
        autoComplete="off"
        value={person.displayName}
        maxLength={80}
        onChange={(event) => setPerson({ ...person, displayName: event.currentTarget.value })}
      />
      <NativeSelect
        label="Role"
        value={person.role}
        data={ROLE_OPTIONS}
        onChange={(event) => setPerson({ ...person, role: event.currentTarget.value })}
      />
      <Button type="submit" variant="filled">
        Invite
      </Button>
    </form>
  );
}
