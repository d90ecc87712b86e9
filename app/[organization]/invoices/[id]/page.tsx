import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoicePage } from "@/components/invoices/invoice-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices"))("one") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <InvoicePage invoiceId={(await params).id} />;
}
