import { z } from "zod";
import { invoiceDocument, invoicePdf } from "@/server/crm/invoices";
import { currentUser, memberContext, workplaceOf } from "@/server/identity";
import { AppError } from "@/server/platform";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ organization: string; id: string }> };

/** A member's own invoice on paper, drafts too. */
export async function GET(request: Request, { params }: Props) {
  const { organization, id } = await params;
  const user = await currentUser(request.headers);
  if (!user) return new Response(null, { status: 401 });
  const place = await workplaceOf(user.id, organization);
  if (!place || !z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  try {
    const invoice = await invoiceDocument(memberContext(place, user), { invoiceId: id });
    const pdf = await invoicePdf(invoice);
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(invoice.number ?? "draft")}.pdf`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.status });
    throw error;
  }
}
