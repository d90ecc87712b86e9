import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf, useRefusals } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { Entity } from "@/server/fields/contract";
import { changeListed } from "./record-cache";
import type { ListField } from "./use-list-fields";
import type { ListedRecord } from "./use-record-pages";

/** The cell that is an editor now; `error` says why what was typed was not taken. */
export type Editing = { id: string; key: string; draft: unknown; error?: string };

/**
 * Saves cells: the new value shows at once and goes back when the server refuses. After a colleague's change in between
 * theirs is shown, and the editor opens again with what was typed.
 */
export function useCellEdit(entity: Entity) {
  const t = useTranslations("records.cell");
  const trpc = useTRPC();
  const api = useTRPCClient();
  const client = useQueryClient();
  const { say, fields: faults } = useRefusals();
  const [editing, setEditing] = useState<Editing | null>(null);
  const update = useMutation(trpc.records.update.mutationOptions());

  async function save(record: ListedRecord, field: ListField, value: unknown, name?: string): Promise<void> {
    const before = record.values[field.key] ?? null;
    if (same(before, value)) return;
    const { id, version } = record;
    changeListed(client, trpc, id, (one) => ({ ...one, values: { ...one.values, [field.key]: value } }), {
      ...(typeof value === "string" && name && { [value]: name }),
    });
    try {
      const saved = await update.mutateAsync({ entity, id, version, changes: { [field.key]: value } });
      show(saved.record, saved.names);
      toast.success(t("saved", { field: field.label }), {
        id: `saved-${id}-${field.key}`,
        undo: () => void save(saved.record, field, before),
      });
    } catch (error) {
      await refused(record, field, value, error);
    }
  }

  async function refused(record: ListedRecord, field: ListField, value: unknown, error: unknown) {
    const { id } = record;
    const refusal = refusalOf(error);
    show(record, {});
    if (refusal?.code === "VERSION_CONFLICT" || !refusal) {
      await api.records.get.query({ entity, id }).then(
        (fresh) => show(fresh.record, fresh.names),
        // Gone in the meantime, or no connection: the list's own refresh says which.
        () => client.invalidateQueries(trpc.records.list.pathFilter()),
      );
    }
    const text = faults(error)[field.key] ?? say(error);
    toast.error(text);
    if (refusal && refusal.code !== "NOT_FOUND" && refusal.code !== "FORBIDDEN") {
      setEditing({ id, key: field.key, draft: value, error: text });
    }
  }

  function show(record: ListedRecord, names: Record<string, string>) {
    changeListed(client, trpc, record.id, () => record, names);
  }
  return { editing, setEditing, save };
}

export type CellEdit = ReturnType<typeof useCellEdit>;

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
