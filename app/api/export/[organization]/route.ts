import { asMember, fileResponse } from "@/server/api/download";
import { AppError } from "@/server/platform";
import { exportRecords } from "@/server/transfer";
import { ExportRecords } from "@/server/transfer/contract";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ organization: string }> };

/** The records of a view as a file; which ones and how stands in `query` as JSON. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { organization } = await params;
  return asMember(request, organization, async (ctx) =>
    fileResponse(await exportRecords(ctx, ExportRecords.parse(queryOf(request)))),
  );
}

function queryOf(request: Request): unknown {
  try {
    return JSON.parse(new URL(request.url).searchParams.get("query") ?? "");
  } catch {
    throw new AppError("INVALID", {}, { field: "query" });
  }
}
