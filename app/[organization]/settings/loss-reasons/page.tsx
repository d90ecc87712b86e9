import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LossReasons } from "@/components/settings/loss-reasons";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.lossReasons") };
}

export default function Page() {
  return <LossReasons />;
}
