import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { nextPath } from "@/components/auth/next-path";
import { TwoFactorForm } from "@/components/auth/two-factor-form";
import { currentUser } from "@/server/identity";

type Props = { searchParams: Promise<{ next?: string; email?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("twoFactor.meta") };
}

export default async function Page({ searchParams }: Props) {
  const query = await searchParams;
  const next = nextPath(query.next);
  if (await currentUser(await headers())) redirect(next ?? "/");
  return <TwoFactorForm next={next} />;
}
