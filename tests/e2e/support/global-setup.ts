import { startApp } from "@/scripts/test/started-app";

/** Starts the application when nothing says where one runs; returns what stops it again. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined;
  const app = await startApp();
  Object.assign(process.env, {
    E2E_BASE_URL: app.url,
    E2E_EMAIL: app.email,
    E2E_PASSWORD: app.password,
    CRAMPCHECK_DATA: app.dataDirectory,
  });
  return app.stop;
}
