import { currentUser, isSignedIn, workplaceOf } from "@/server/identity";
import { subscribeLive } from "@/server/platform";

export const dynamic = "force-dynamic";

const heartbeatMs = 15_000;

/**
 * Tells a tab which records changed, as server-sent events. Whoever was removed or signed out loses the stream at
 * once; should that word be lost, with the next beat.
 */
export async function GET(request: Request, { params }: { params: Promise<{ organization: string }> }) {
  const user = await currentUser(request.headers);
  const { organization: slug } = await params;
  if (!user) return new Response(null, { status: 401 });
  const place = await workplaceOf(user.id, slug);
  if (!place) return new Response(null, { status: 404 });

  const mayListen = async () =>
    (await isSignedIn(request.headers)) && (await workplaceOf(user.id, slug)) !== null;
  let release = () => {};
  const body = new ReadableStream({
    start(controller) {
      const encoder = new TextEncoder();
      let isOpen = true;
      const write = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const end = () => {
        if (isOpen) controller.close();
        release();
      };
      const beat = () => {
        void mayListen()
          .catch(() => true)
          .then((still) => (still ? write(": beat\n\n") : end()));
      };
      const unsubscribe = subscribeLive(place.organization.id, {
        userId: user.id,
        onChange: (change) => {
          write(`data: ${JSON.stringify(change)}\n\n`);
          if (change?.entity === "member") beat();
        },
        onSessionEnd: beat,
        onClose: end,
      });
      const beats = setInterval(beat, heartbeatMs);
      release = () => {
        isOpen = false;
        clearInterval(beats);
        unsubscribe();
      };
      request.signal.addEventListener("abort", () => release());
      write(": open\n\n");
    },
    // The reader has gone: there is nothing left to close.
    cancel: () => release(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    },
  });
}
