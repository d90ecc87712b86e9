import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoiceSettings } from "@/components/settings/invoice-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices"))("settings.title") };
}

export default function Page() {
  return <InvoiceSettings />;
}
