import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Landing } from "@/components/site/landing";
import { currentUser } from "@/server/identity";
import { homePath } from "./home-path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return { title: { absolute: t("metaTitle") }, description: t("metaText") };
}

export default async function Page() {
  const user = await currentUser(await headers());
  if (user) redirect(await homePath(user));
  return <Landing />;
}
