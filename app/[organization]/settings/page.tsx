import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GeneralForm } from "@/components/settings/general-form";
import { SampleData } from "@/components/settings/sample-data";
import { currentUser, workplaceOf } from "@/server/identity";

type Props = { params: Promise<{ organization: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function Page({ params }: Props) {
  const user = await currentUser(await headers());
  // A layout does not guard its pages: they are rendered side by side.
  const place = user && (await workplaceOf(user.id, (await params).organization));
  if (!place) notFound();
  const { name, timeZone, currency, language } = place.organization;
  return (
    <>
      <GeneralForm organization={{ name, timeZone, currency, language }} />
      <SampleData />
    </>
  );
}
