import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FormFrame } from "@/components/auth/form-frame";
import { ResetForm } from "@/components/auth/reset-form";
import { Button } from "@/components/ui/button";

type Props = { searchParams: Promise<{ token?: string; error?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  // The token in the address is as good as a password: no other site may see it.
  return { title: (await getTranslations("auth"))("reset.meta"), referrer: "no-referrer" };
}

export default async function Page({ searchParams }: Props) {
  const { token, error } = await searchParams;
  if (typeof token === "string" && !error) return <ResetForm token={token} />;
  const t = await getTranslations("auth");
  return (
    <FormFrame title={t("reset.brokenTitle")} text={t("reset.brokenText")}>
      <Button asChild variant="primary" size="lg">
        <Link href="/forgot-password">{t("reset.another")}</Link>
      </Button>
    </FormFrame>
  );
}
