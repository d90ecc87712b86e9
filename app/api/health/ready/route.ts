import { executorHealth } from "@/inngest/health";
import { health } from "@/server/platform";

export const dynamic = "force-dynamic";

/** The process can serve: its database answers. Also says how far events and the executor lag. */
export async function GET() {
  const [own, executor] = await Promise.all([health(), executorHealth()]);
  const status = own.status === "ok" && executor.ok ? 200 : 503;
  return Response.json({ ...own, executor }, { status, headers: { "cache-control": "no-store" } });
}
