"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import { newDraft } from "./form-draft";
import { FormEditor } from "./form-editor";
import { FormPreview } from "./form-preview";
import { FormShare } from "./form-share";
import { Submissions } from "./submissions";

/** One form: what it asks and how it looks, how to place it, what it brought in. `new` begins one. */
export function FormPage({ formId }: { formId: string }) {
  const t = useTranslations("integrations.forms");
  const { slug } = useWorkspace();
  const language = useLocale() === "ru" ? "ru" : "en";
  const isNew = formId === "new";
  const mayEdit = useMay()("forms.edit");
  const form = useQuery(
    useTRPC().webforms.get.queryOptions({ formId }, { enabled: mayEdit && !isNew, retry: false }),
  );
  if (!mayEdit) return <EmptyState title={t("title")} text={t("forbidden")} />;
  const words = {
    ...{ name: t("defaults.name"), heading: t("defaults.heading"), intro: t("defaults.intro") },
    ...{ button: t("defaults.button"), message: t("defaults.message"), consent: t("defaults.consent") },
  };
  const labels = {
    ...{ name: t("standard.name"), phone: t("standard.phone") },
    ...{ email: t("standard.email"), comment: t("standard.comment") },
  };
  return (
    <>
      <div>
        <Button variant="ghost" size="sm" asChild className="-ml-2">
          <Link href={`/${slug}/settings/forms`}>
            <ArrowLeft />
            {t("back")}
          </Link>
        </Button>
      </div>
      {!isNew && form.isPending && <SkeletonRows rows={8} />}
      {form.isError && <ErrorState requestId={requestIdOf(form.error)} onRetry={() => form.refetch()} />}
      {isNew && <FormEditor draft={newDraft(language, words, labels)} />}
      {form.data && (
        <>
          <FormShare formId={form.data.id} heading={form.data.design.heading} />
          <FormEditor key={form.data.id} draft={form.data} saved={form.data} />
          <FormPreview formId={form.data.id} version={form.data.version} />
          <Submissions formId={form.data.id} />
        </>
      )}
    </>
  );
}
