"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { InlineAlert } from "@/components/ui/inline-alert";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Form, FormDesign } from "@/server/webforms/contract";
import { ArchiveForm } from "./archive-form";
import { ConsentAndAfter } from "./consent-and-after";
import { FieldList } from "./field-list";
import type { FormDraft } from "./form-draft";
import { LookSettings } from "./look-settings";
import { RoutingSettings } from "./routing-settings";

type FormEditorProps = { draft: FormDraft; saved?: Form };

/** Everything about a form that can be set, saved as a whole. */
export function FormEditor({ draft: initial, saved }: FormEditorProps) {
  const t = useTranslations("integrations.forms");
  const { say, fields } = useRefusals();
  const { slug } = useWorkspace();
  const router = useRouter();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [draft, setDraft] = useState(initial);
  const change = (changes: Partial<FormDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const changeDesign = (changes: Partial<FormDesign>) =>
    setDraft((before) => ({ ...before, design: { ...before.design, ...changes } }));
  const save = useMutation(
    trpc.webforms.save.mutationOptions({
      onSuccess: (form) => {
        toast.success(t("saved"));
        cache.setQueryData(trpc.webforms.get.queryKey({ formId: form.id }), form);
        void cache.invalidateQueries(trpc.webforms.list.queryFilter());
        if (!saved) router.replace(`/${slug}/settings/forms/${form.id}`);
      },
    }),
  );
  const errors = fields(save.error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name, design, sourceId, ownerIds, closed } = draft;
    const known = saved && { formId: saved.id, version: saved.version };
    save.mutate({ ...known, name, design, sourceId, ownerIds, closed });
  };
  const shared = { draft, change, changeDesign, errors };
  return (
    <Card>
      <CardHeader title={t("editTitle")} actions={saved && <ArchiveForm form={saved} />} />
      <form onSubmit={submit} noValidate className="flex flex-col gap-6">
        {save.error && <InlineAlert tone="danger">{say(save.error)}</InlineAlert>}
        <LookSettings {...shared} />
        <FieldList {...shared} />
        <ConsentAndAfter {...shared} />
        <RoutingSettings {...shared} />
        <div>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {t(saved ? "save" : "create")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
