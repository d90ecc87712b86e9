import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/transfer/import-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfer"))("title") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ImportScreen importId={(await params).id} />;
}
