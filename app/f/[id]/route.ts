import { answerForm } from "@/server/webforms";

type Params = { params: Promise<{ id: string }> };

async function handler(request: Request, { params }: Params): Promise<Response> {
  return answerForm(request, (await params).id);
}

export { handler as GET, handler as POST };
