import { z } from "zod";
import { currentUser } from "@/server/identity";
import { log } from "@/server/platform";

const Crash = z.strictObject({
  code: z.string().max(20),
  message: z.string().max(2000),
  stack: z.string().max(4000).optional(),
  path: z.string().max(500),
});

/** Puts what broke in somebody's browser into the log, under the code they were shown; of strangers nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > 20_000)
    return new Response(null, { status: 413 });
  const user = await currentUser(request.headers);
  const crash = Crash.safeParse(await request.json().catch(() => null));
  if (user && crash.success) log.error({ userId: user.id, crash: crash.data }, "page broke in the browser");
  return new Response(null, { status: 204 });
}
