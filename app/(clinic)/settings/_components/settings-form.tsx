"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useEffect, useState, type FormEvent } from "react";
import { callApi } from "@/app/_http/call-api";
import { ErrorSummary, type FieldError } from "@/app/_components/error-summary";
import type { OrganisationSettings } from "@/lib/store/accounts/organisation";
import styles from "../../form-page.module.css";

/** Name, country, units and time zone of the organisation. */
export function SettingsForm({
  settings,
  zones,
  mayChange,
}: {
  settings: OrganisationSettings;
  zones: string[];
  mayChange: boolean;
}) {
  const [values, setValues] = useState(settings);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [done, setDone] = useState(false);

  useEffect(() => {
    document.title = `${errors.length > 0 ? "Error: " : ""}Settings – CrampCheck`;
  }, [errors]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    const answer = await callApi<OrganisationSettings>("/api/settings", values, { method: "PUT" });
    if (answer.ok) {
      setErrors([]);
      setDone(true);
    } else
      setErrors([
        {
          fieldId: "organisation-name",
          message:
            answer.kind === "refused"
              ? answer.message
              : "The server could not be reached. Nothing was changed. Try again in a minute.",
        },
      ]);
  };

  return (
    <form id="settings" className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary errors={errors} />
      {done && (
        <p className={styles.done} role="status">
          The settings are saved.
        </p>
      )}
      {!mayChange && <p className={styles.done}>Only an administrator can change these.</p>}
      <TextInput
        id="organisation-name"
        label="Name"
        error={errors.find((error) => error.fieldId === "organisation-name")?.message}
        maxLength={120}
        value={values.name}
        disabled={!mayChange}
        onChange={(event) => setValues({ ...values, name: event.currentTarget.value })}
      />
      <NativeSelect
        label="Country"
        description="Decides which label limits are shown and how a date such as 2/3/26 is read."
        value={values.country}
        disabled={!mayChange}
        data={[
          { value: "US", label: "United States" },
          { value: "UK", label: "United Kingdom" },
        ]}
        onChange={(event) => setValues({ ...values, country: event.currentTarget.value === "UK" ? "UK" : "US" })}
      />
      <NativeSelect
        label="Units"
        description="In which units ranges are shown beside a result."
        value={values.units}
        disabled={!mayChange}
        data={[
          { value: "SI", label: "SI (mmol/L, micromol/L)" },
          { value: "conventional", label: "Conventional (mg/dL, mEq/L)" },
        ]}
        onChange={(event) =>
          setValues({ ...values, units: event.currentTarget.value === "SI" ? "SI" : "conventional" })
        }
      />
      <NativeSelect
        label="Time zone"
        description="In which times and “today” are shown."
        value={values.timeZone}
        disabled={!mayChange}
        data={zones}
        onChange={(event) => setValues({ ...values, timeZone: event.currentTarget.value })}
      />
      {mayChange && (
        <div>
          <Button type="submit" variant="filled">
            Save settings
          </Button>
        </div>
      )}
    </form>
  );
}
