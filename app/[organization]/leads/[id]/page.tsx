import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeadPage } from "@/components/leads/lead-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lead");
  return { title: t("one") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <LeadPage leadId={id} />;
}
