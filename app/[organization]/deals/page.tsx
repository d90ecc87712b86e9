import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DealsPage } from "@/components/deals/deals-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

export default function Page() {
  return <DealsPage />;
}
