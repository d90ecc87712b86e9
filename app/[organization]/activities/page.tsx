import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivitiesPage } from "@/components/activities/activities-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activities"))("page") };
}

export default function Page() {
  return <ActivitiesPage />;
}
