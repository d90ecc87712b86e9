"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { InlineText } from "@/components/deals/inline-text";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { RecordLink } from "@/server/crm/links/contract";
import type { RecordData } from "@/server/crm/records/contract";
import type { Entity } from "@/server/platform/permissions";
import { recordHref, recordKinds } from "./kinds";
import { Section } from "./record-fields";
import { type Picked, RecordPicker } from "./record-picker";
import { Blank } from "./text-row";
import { refreshRecord } from "./use-record";

// Whom one looks for first.
const linkable: readonly Entity[] = ["contact", "company", "deal", "lead", "invoice", "product", "list_item"];

/** Records that belong with this one, whichever of the two was linked to the other, and what they are to it. */
export function LinksSection({ record }: { record: RecordData }) {
  const t = useTranslations("record.links");
  const trpc = useTRPC();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const links = useQuery(
    trpc.around.links.queryOptions({ recordId: record.id }, { enabled: !record.deletedAt }),
  );
  const editable = may(`${record.entity}.edit`, record) && !record.deletedAt;
  return (
    <Section
      title={t("title")}
      actions={
        editable &&
        !adding && (
          <Button variant="ghost" size="sm" onClick={() => setAdding(true)}>
            <Plus />
            {t("add")}
          </Button>
        )
      }
    >
      {adding && <LinkForm record={record} onDone={() => setAdding(false)} />}
      {links.data?.length === 0 && !adding && <p className="py-1 text-ink-faint">{t("empty")}</p>}
      <ul className="flex flex-col">
        {links.data?.map((link) => (
          <LinkRow key={link.id} link={link} record={record} editable={editable} />
        ))}
      </ul>
    </Section>
  );
}

function LinkForm({ record, onDone }: { record: RecordData; onDone: () => void }) {
  const t = useTranslations("record.links");
  const kinds = useTranslations("record.kinds");
  const trpc = useTRPC();
  const may = useMay();
  const { say, fields } = useRefusals();
  const [entity, setEntity] = useState<Entity>("contact");
  const [picked, setPicked] = useState<Picked | null>(null);
  const [role, setRole] = useState("");
  const after = useAfterLink(record);
  const link = useMutation(
    trpc.around.link.mutationOptions({
      onSuccess: () => {
        after();
        onDone();
      },
    }),
  );
  const fault = link.error ? (fields(link.error).toId ?? say(link.error)) : null;
  return (
    <form
      className="mb-2 flex flex-col gap-1.5 rounded-md bg-ink/4 p-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (picked) link.mutate({ fromId: record.id, toId: picked.id, role });
      }}
    >
      <div className="grid grid-cols-[7.5rem_1fr] gap-1.5">
        <Select
          aria-label={t("kind")}
          options={linkable
            .filter((one) => may(`${one}.view`))
            .map((one) => ({ value: one, label: kinds(one) }))}
          value={entity}
          onValueChange={(next) => {
            setEntity(next);
            setPicked(null);
          }}
        />
        <RecordPicker aria-label={t("record")} entity={entity} value={picked} onChange={setPicked} />
      </div>
      <Input
        aria-label={t("role")}
        placeholder={t("rolePlaceholder")}
        maxLength={100}
        value={role}
        onChange={(event) => setRole(event.target.value)}
      />
      {fault && (
        <p role="alert" className="text-sm text-danger-text">
          {fault}
        </p>
      )}
      <div className="flex justify-end gap-1.5">
        <Button variant="ghost" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" disabled={!picked} pending={link.isPending}>
          {t("link")}
        </Button>
      </div>
    </form>
  );
}

function LinkRow({ link, record, editable }: { link: RecordLink; record: RecordData; editable: boolean }) {
  const t = useTranslations("record.links");
  const trpc = useTRPC();
  const { slug } = useWorkspace();
  const { say } = useRefusals();
  const [draft, setDraft] = useState("");
  const after = useAfterLink(record);
  const again = useMutation(trpc.around.link.mutationOptions({ onSuccess: after }));
  const unlink = useMutation(
    trpc.around.unlink.mutationOptions({
      onSuccess: () => {
        after();
        toast.success(t("unlinked", { title: link.record.title }), {
          undo: () => again.mutate({ fromId: record.id, toId: link.record.id, role: link.role }),
        });
      },
      onError: (error) => toast.error(say(error)),
    }),
  );
  const change = useMutation(trpc.around.changeLinkRole.mutationOptions({ onSuccess: after }));
  const { icon: Icon } = recordKinds[link.record.entity];
  return (
    <li className="group/link flex min-h-9 items-center gap-2.5 border-b py-1 last:border-b-0">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <Link
          href={recordHref(slug, link.record) ?? "#"}
          className="block truncate font-medium hover:underline"
        >
          {link.record.title}
        </Link>
        <InlineText
          shown={<span className="text-sm text-ink-muted">{link.role ?? <Blank>{t("addRole")}</Blank>}</span>}
          label={t("editRole", { role: link.role ?? t("noRole") })}
          className="-mx-1 min-h-6 px-1 max-md:min-h-8"
          disabled={!editable}
          pending={change.isPending}
          error={change.error ? say(change.error) : undefined}
          saveLabel={t("save")}
          onStart={() => setDraft(link.role ?? "")}
          onSave={() =>
            change.mutateAsync({ linkId: link.id, role: draft }).then(
              () => true,
              () => false,
            )
          }
          editor={
            <Input
              autoFocus
              aria-label={t("role")}
              maxLength={100}
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
            />
          }
        />
      </div>
      {editable && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t("unlink", { title: link.record.title })}
          pending={unlink.isPending}
          onClick={() => unlink.mutate({ linkId: link.id })}
        >
          <X />
        </Button>
      )}
    </li>
  );
}

function useAfterLink(record: RecordData) {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries(trpc.around.links.pathFilter());
    refreshRecord(client, trpc, record);
  };
}
