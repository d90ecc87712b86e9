import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { nextPath } from "@/components/auth/next-path";
import { SignInForm } from "@/components/auth/sign-in-form";
import { currentUser } from "@/server/identity";

type Props = { searchParams: Promise<{ next?: string; email?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.meta") };
}

export default async function Page({ searchParams }: Props) {
  const query = await searchParams;
  const next = nextPath(query.next);
  if (await currentUser(await headers())) redirect(next ?? "/");
  return <SignInForm next={next} email={typeof query.email === "string" ? query.email : null} />;
}
