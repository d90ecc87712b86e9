import { answerApi } from "@/server/public-api";

type Params = { params: Promise<{ path: string[] }> };

async function handler(request: Request, { params }: Params): Promise<Response> {
  return answerApi(request, (await params).path);
}

export { handler as GET, handler as POST, handler as PUT, handler as PATCH, handler as DELETE };
