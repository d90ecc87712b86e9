"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Link2, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { RecordData } from "@/server/crm/records/contract";
import { recordHref } from "./kinds";
import { refreshRecord } from "./use-record";

/** What one does with a record as a whole. */
export function RecordMenu({
  record,
  onDeleted,
  children,
}: {
  record: RecordData;
  onDeleted?: () => void;
  /** What one does with this kind alone. */
  children?: ReactNode;
}) {
  const t = useTranslations("record.menu");
  const may = useMay();
  const { slug } = useWorkspace();
  const { trash } = useTrash(record);
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${recordHref(slug, record) ?? ""}`);
      toast.success(t("copied"));
    } catch {
      toast.error(t("notCopied"));
    }
  };
  const remove = async () => {
    if (await trash()) onDeleted?.();
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("label")}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {children}
        <DropdownMenuItem onSelect={() => void copyLink()}>
          <Link2 />
          {t("copyLink")}
        </DropdownMenuItem>
        {may(`${record.entity}.delete`, record) && !record.deletedAt && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem variant="danger" onSelect={() => void remove()}>
              <Trash2 />
              {t("delete")}
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** Moves a record to the trash and back. No question first: the toast and the page bring it back as it was. */
export function useTrash(record: RecordData) {
  const t = useTranslations("record.menu");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const ref = { entity: record.entity, id: record.id };
  const put = useMutation(trpc.records.trash.mutationOptions());
  const back = useMutation(trpc.records.restore.mutationOptions());
  async function doing(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      toast.error(say(error));
      return false;
    } finally {
      await client.invalidateQueries(trpc.records.get.queryFilter(ref));
      refreshRecord(client, trpc, ref);
    }
  }
  const restore = () => doing(() => back.mutateAsync(ref));
  const trash = () =>
    doing(async () => {
      await put.mutateAsync(ref);
      toast.success(t("deleted", { title: record.title }), { undo: () => void restore() });
    });
  return { trash, restore, pending: put.isPending || back.isPending };
}
