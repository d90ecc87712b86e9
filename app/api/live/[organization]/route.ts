import { currentUser, workplaceOf } from "@/server/identity";
import { subscribeLive } from "@/server/platform";

export const dynamic = "force-dynamic";

const heartbeatMs = 15_000;

/** Tells a tab which records changed, as server-sent events; a removed member's stream ends with the next beat. */
export async function GET(request: Request, { params }: { params: Promise<{ organization: string }> }) {
  const user = await currentUser(request.headers);
  const { organization: slug } = await params;
  const place = user && (await workplaceOf(user.id, slug));
  if (!user || !place) return new Response(null, { status: 404 });

  let end = () => {};
  const body = new ReadableStream({
    start(controller) {
      const encoder = new TextEncoder();
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = subscribeLive(
        place.organization.id,
        (change) => write(`data: ${JSON.stringify(change)}\n\n`),
        () => end(),
      );
      const beat = setInterval(() => {
        void workplaceOf(user.id, slug)
          .catch(() => place)
          .then((still) => (still ? write(": beat\n\n") : end()));
      }, heartbeatMs);
      end = () => {
        end = () => {};
        clearInterval(beat);
        unsubscribe();
        controller.close();
      };
      request.signal.addEventListener("abort", () => end());
      write(": open\n\n");
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    },
  });
}
