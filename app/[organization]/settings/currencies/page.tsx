import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CurrencySettings } from "@/components/settings/currency-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("currencies.title") };
}

export default function Page() {
  return <CurrencySettings />;
}
