import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { usesInngest } from "@/inngest/engine";
import { functions } from "@/inngest/functions";

const served = serve({ client: inngest, functions });

// The local executor calls the functions inside the process: nobody outside has business here.
function guarded<Handler extends (...args: never[]) => unknown>(handler: Handler) {
  return ((...args: Parameters<Handler>) =>
    usesInngest() ? handler(...args) : new Response(null, { status: 404 })) as Handler;
}

export const GET = guarded(served.GET);
export const POST = guarded(served.POST);
export const PUT = guarded(served.PUT);
