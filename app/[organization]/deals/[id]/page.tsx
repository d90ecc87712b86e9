import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DealPage } from "@/components/deals/deal-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deal");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <DealPage dealId={id} />;
}
