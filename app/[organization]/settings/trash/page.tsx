import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TrashScreen } from "@/components/records/trash-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("records"))("trash.title") };
}

export default function Page() {
  return <TrashScreen />;
}
