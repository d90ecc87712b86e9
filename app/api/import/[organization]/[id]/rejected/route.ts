import { asMember, fileResponse } from "@/server/api/download";
import { rejectedRows } from "@/server/transfer";
import { ImportId } from "@/server/transfer/contract";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ organization: string; id: string }> };

/** The rows an import refused, as CSV with their reasons. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { organization, id } = await params;
  return asMember(request, organization, async (ctx) => {
    const { fileName, text } = await rejectedRows(ctx, ImportId.parse({ importId: id }));
    return fileResponse({ fileName, contentType: "text/csv; charset=utf-8", content: text });
  });
}
