import { ChevronRight, Plus } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FormFrame } from "@/components/auth/form-frame";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { currentUser, organizationsOf } from "@/server/identity";
import { roles } from "@/server/platform/permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("site"))("workspaces.title") };
}

export default async function Page() {
  const user = await currentUser(await headers());
  if (!user) redirect("/sign-in?next=/workspaces");
  const workspaces = await organizationsOf(user.id);
  if (workspaces.length === 0) redirect("/onboarding");
  const t = await getTranslations("site");
  const roleName = await getTranslations("auth.role");
  return (
    <FormFrame title={t("workspaces.title")} text={t("workspaces.text", { email: user.email })}>
      <ul className="overflow-hidden rounded-lg bg-surface shadow-low">
        {workspaces.map(({ id, slug, name, role }) => (
          <li key={id} className="border-b last:border-b-0">
            <Link href={`/${slug}/deals`} className="flex items-center gap-3 px-4 py-3 hover:bg-sunken">
              <Avatar name={name} seed={slug} square size="md" />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-lg font-medium">{name}</span>
                <span className="block text-ink-muted">
                  {roleName(roles.find((one) => one === role) ?? "observer")}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-4 text-ink-muted" />
            </Link>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button asChild>
          <Link href="/onboarding">
            <Plus />
            {t("workspaces.create")}
          </Link>
        </Button>
        <SignOutButton variant="ghost" />
      </div>
    </FormFrame>
  );
}
