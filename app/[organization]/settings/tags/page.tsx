import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TagSettings } from "@/components/settings/tag-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.tags") };
}

export default function Page() {
  return <TagSettings />;
}
