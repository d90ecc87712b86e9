import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListPage } from "@/components/lists/list-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lists"))("title") };
}

export default async function Page({ params }: { params: Promise<{ listId: string }> }) {
  const { listId } = await params;
  return <ListPage listId={listId} />;
}
