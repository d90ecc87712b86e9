import { Readable } from "node:stream";
import { headersOf, openVersion } from "@/server/files";
import { VersionRef } from "@/server/files/contract";
import { answer } from "../../answer";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ id: string; version: string }> };

/** Hands out one version of a file, asked anew each time whether this person may have it; `?save` keeps it off the page. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id, version } = await params;
  return answer(request, async (ctx) => {
    const opened = await openVersion(ctx, VersionRef.parse({ fileId: id, number: version }));
    const save = new URL(request.url).searchParams.has("save");
    return new Response(Readable.toWeb(opened.bytes) as ReadableStream, {
      headers: headersOf(opened, { save }),
    });
  });
}

/** The same without the bytes, which are not left open. */
export async function HEAD(request: Request, params: Params): Promise<Response> {
  const response = await GET(request, params);
  await response.body?.cancel();
  return new Response(null, response);
}
