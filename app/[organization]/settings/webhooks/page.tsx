import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Webhooks } from "@/components/integrations/webhooks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.webhooks") };
}

export default function Page() {
  return <Webhooks />;
}
