import { invoicePdf, publicInvoice } from "@/server/crm/invoices";

export const dynamic = "force-dynamic";

/** The invoice behind a public link, on paper. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const invoice = await publicInvoice((await params).token);
  if (!invoice) return new Response(null, { status: 404, headers: { "x-robots-tag": "noindex" } });
  const pdf = await invoicePdf(invoice);
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(invoice.number ?? "invoice")}.pdf`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}
