import { ZodError } from "zod";
import { receivePayment } from "@/server/crm/invoices";
import { AppError, log } from "@/server/platform";

export const dynamic = "force-dynamic";

const largest = 64 * 1024;

/** A payment system's report that money came for an invoice, signed by the rules of Standard Webhooks. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (Number(request.headers.get("content-length") ?? 0) > largest) return refused("TOO_LARGE", 413);
  const body = await request.text();
  if (body.length > largest) return refused("TOO_LARGE", 413);
  try {
    const { counted } = await receivePayment({ token, headers: request.headers, body });
    return Response.json({ counted }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof AppError) return refused(error.code, error.status, error.field);
    if (error instanceof ZodError) return refused("INVALID", 400, error.issues[0]?.path.join("."));
    log.error({ err: error }, "payment report failed");
    return refused("INTERNAL", 500);
  }
}

function refused(code: string, status: number, field?: string): Response {
  return Response.json({ error: { code, field } }, { status, headers: { "cache-control": "no-store" } });
}
