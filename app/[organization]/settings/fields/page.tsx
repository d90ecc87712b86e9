import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FieldsScreen } from "@/components/fields/fields-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fields"))("title") };
}

export default function Page() {
  return <FieldsScreen />;
}
