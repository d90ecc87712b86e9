import { z } from "zod";
import { asMember } from "@/server/api/download";
import { AppError } from "@/server/platform";
import { isOwnOrigin } from "@/server/platform/own-address";
import { createImport } from "@/server/transfer";
import { type Importable, importable } from "@/server/transfer/contract";

export const dynamic = "force-dynamic";

const largestFile = 100 * 1024 * 1024;

type Params = { params: Promise<{ organization: string }> };

/** Takes a file to be imported: the body is the file itself, its name and what it holds stand in the query. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { organization } = await params;
  return asMember(request, organization, async (ctx) => {
    if (!isOwnOrigin(request.headers, process.env.APP_URL ?? request.url)) throw new AppError("FORBIDDEN");
    if (Number(request.headers.get("content-length") ?? 0) > largestFile) throw new AppError("TOO_LARGE");
    const query = new URL(request.url).searchParams;
    const fileName = (query.get("name") ?? "file").replaceAll("\u0000", "").toWellFormed();
    const entity = importable.find((one): one is Importable => one === query.get("entity"));
    const listId = z
      .uuid()
      .optional()
      .parse(query.get("listId") ?? undefined);
    if (!request.body) throw new AppError("FILE_UNREADABLE", { fault: "EMPTY" });
    const made = await createImport(ctx, { fileName, entity, listId }, request.body);
    return Response.json(made, { headers: { "cache-control": "private, no-store" } });
  });
}
