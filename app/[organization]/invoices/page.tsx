import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoicesPage } from "@/components/invoices/invoices-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices"))("title") };
}

export default function Page() {
  return <InvoicesPage />;
}
