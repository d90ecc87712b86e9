import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/auth/forgot-form";

type Props = { searchParams: Promise<{ email?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("forgot.meta") };
}

export default async function Page({ searchParams }: Props) {
  const { email } = await searchParams;
  return <ForgotForm email={typeof email === "string" ? email : null} />;
}
