"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { toast } from "@/components/ui/toast";
import { type StagedEntity, stagedEntities } from "@/server/platform/permissions";

/** What a workspace may have several pipelines of. */

type NewPipelineProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (pipelineId: string) => void;
};

/** Asks for a new pipeline's name; it comes with four stages to start from. */
export function NewPipeline({ open, onOpenChange, onCreated }: NewPipelineProps) {
  const t = useTranslations("robots.pipelines");
  const form = useId();
  const { say, fields } = useRefusals();
  const [name, setName] = useState("");
  const [entity, setEntity] = useState<StagedEntity>("deal");
  const trpc = useTRPC();
  const client = useQueryClient();
  const creation = useMutation(
    trpc.pipelines.create.mutationOptions({
      onSuccess: async ({ id }, input) => {
        await client.invalidateQueries(trpc.pipelines.list.queryFilter());
        onCreated(id);
        close(false);
        toast.success(t("pipelineAdded", { name: input.name }));
      },
    }),
  );
  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    setName("");
    creation.reset();
  };
  const wrong = creation.error ? (fields(creation.error).name ?? say(creation.error)) : undefined;
  return (
    <Dialog open={open} onOpenChange={close}>
      <DialogContent
        size="sm"
        title={t("newPipeline")}
        description={t("newPipelineText")}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t("cancel")}</Button>
            </DialogClose>
            <Button
              type="submit"
              form={form}
              variant="primary"
              pending={creation.isPending}
              disabled={name.trim() === ""}
            >
              {t("addPipeline")}
            </Button>
          </>
        }
      >
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault();
            creation.mutate({ name, entity });
          }}
        >
          <Segmented
            label={t("entityLabel")}
            className="mb-3 self-start"
            segments={stagedEntities.map((value) => ({ value, label: t(`entity.${value}`) }))}
            value={entity}
            onValueChange={setEntity}
          />
          <Field label={t("pipelineName")} error={wrong} required>
            <Input
              value={name}
              maxLength={80}
              placeholder={t("pipelineExample")}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
