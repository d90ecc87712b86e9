import { addFile, addVersion, type Incoming } from "@/server/files";
import { Upload } from "@/server/files/contract";
import { AppError } from "@/server/platform";
import { isOwnOrigin } from "@/server/platform/own-address";
import { wire } from "@/server/platform/wire";
import { answer } from "./answer";

export const dynamic = "force-dynamic";

/**
 * Takes a file in: the body is its bytes as they are. `?record=` says whose it is, `?file=` that it is a file's next
 * version, neither that a form not saved yet will take it; its name is in `x-file-name`, percent-encoded.
 */
export function POST(request: Request): Promise<Response> {
  return answer(request, async (ctx) => {
    // A cookie follows a page of another program on this machine here; its files do not.
    if (!isOwnOrigin(request.headers, process.env.APP_URL ?? request.url)) throw new AppError("FORBIDDEN");
    const upload = Upload.parse(wanted(request));
    const added =
      "fileId" in upload
        ? await addVersion(ctx, upload, incoming(request))
        : await addFile(ctx, upload, incoming(request));
    return Response.json(wire.serialize(added), { headers: { "cache-control": "private, no-store" } });
  });
}

function wanted(request: Request): object {
  const { searchParams } = new URL(request.url);
  const fileId = searchParams.get("file");
  if (fileId !== null) return { fileId };
  return { recordId: searchParams.get("record"), name: decoded(request.headers.get("x-file-name") ?? "") };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AppError("INVALID", { name: "name" }, { field: "name" });
  }
}

function incoming({ headers, body }: Request): Incoming {
  const announced = headers.get("content-length");
  return { body: body as Incoming["body"], size: announced === null ? null : Number(announced) };
}
