import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { PublicInvoice } from "@/components/invoices/public-invoice";
import { publicInvoice } from "@/server/crm/invoices";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("invoices.public"))("meta"),
    robots: { index: false, follow: false },
    // The address is the key: no other site learns it.
    referrer: "no-referrer",
  };
}

/** An invoice for whoever has its link; nothing else of the organization can be reached from here. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  await connection();
  const { token } = await params;
  const invoice = await publicInvoice(token);
  if (!invoice) notFound();
  return <PublicInvoice invoice={invoice} pdf={`/invoice/${token}/pdf`} />;
}
