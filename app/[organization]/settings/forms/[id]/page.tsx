import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormPage } from "@/components/integrations/forms/form-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.forms") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <FormPage formId={(await params).id} />;
}
