import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormList } from "@/components/integrations/forms/form-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.forms") };
}

export default function Page() {
  return <FormList />;
}
