import { checkDatabase } from "@/lib/store/health";

export const dynamic = "force-dynamic";

/** For load balancers and `docker compose`: 200 when the database answers, 503 otherwise; says nothing else. */
export async function GET(): Promise<Response> {
  const healthy = await checkDatabase().then(
    () => true,
    () => false,
  );
  return Response.json(
    { status: healthy ? "ok" : "unavailable" },
    { status: healthy ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
