import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListsPage } from "@/components/lists/lists-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lists"))("title") };
}

export default function Page() {
  return <ListsPage />;
}
