"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ArrowUp,
  AtSign,
  Globe,
  Hash,
  type LucideIcon,
  MapPin,
  MessageCircle,
  Phone,
  Plus,
  X,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import {
  type ContactPoint,
  type ContactPointInput,
  type ContactPointKind,
  contactPointKinds,
  type RecordData,
} from "@/server/crm/records/contract";
import { Section } from "./record-fields";
import { refreshRecord } from "./use-record";
import { mailHref, phoneHref, siteHref } from "./value-href";
import { OutsideLink } from "./value-link";

const icons: Record<ContactPointKind, LucideIcon> = {
  phone: Phone,
  email: AtSign,
  messenger: MessageCircle,
  address: MapPin,
  site: Globe,
  tax_id: Hash,
};

/** Every way to reach somebody; the first phone and the first email are those that are used. */
export function PointsSection({ record }: { record: RecordData }) {
  const t = useTranslations("record.points");
  const trpc = useTRPC();
  const may = useMay();
  const [draft, setDraft] = useState<Draft[] | null>(null);
  const ref = { entity: record.entity, id: record.id };
  const points = useQuery(trpc.records.points.queryOptions(ref, { enabled: !record.deletedAt }));
  const editable = may(`${record.entity}.edit`, record) && !record.deletedAt;
  const open = () => setDraft((points.data ?? []).map(drafted));
  return (
    <Section
      title={t("title")}
      actions={
        editable &&
        points.data &&
        !draft && (
          <Button variant="ghost" size="sm" onClick={open}>
            {points.data.length === 0 ? t("add") : t("edit")}
          </Button>
        )
      }
    >
      {draft ? (
        <PointsForm record={record} draft={draft} onDraft={setDraft} onDone={() => setDraft(null)} />
      ) : (
        <>
          {points.isPending && !record.deletedAt && <SkeletonRows rows={2} />}
          {points.data?.length === 0 && <p className="py-1 text-ink-faint">{t("empty")}</p>}
          <ul className="flex flex-col">
            {points.data?.map((point) => (
              <PointRow key={point.id} point={point} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function PointRow({ point }: { point: ContactPoint }) {
  const t = useTranslations("record.points.kinds");
  const Icon = icons[point.kind];
  const href = hrefOf(point);
  return (
    <li className="flex min-h-8 items-center gap-2.5">
      <Icon aria-label={t(point.kind)} className="size-4 shrink-0 text-ink-muted" />
      <span className="min-w-0 break-words">
        {href ? <OutsideLink href={href}>{point.value}</OutsideLink> : point.value}
        {point.label && <span className="ml-2 text-sm text-ink-muted">{point.label}</span>}
      </span>
    </li>
  );
}

function hrefOf({ kind, value, key }: ContactPoint): string | null {
  if (kind === "phone") return phoneHref(key);
  if (kind === "email") return mailHref(value);
  return kind === "site" ? siteHref(value) : null;
}

/** A line of the form, with a key of its own while it moves. */
type Draft = ContactPointInput & { key: string; label: string };

function drafted({ id, kind, value, label }: ContactPoint): Draft {
  return { key: id, kind, value, label: label ?? "" };
}

type PointsFormProps = {
  record: RecordData;
  draft: Draft[];
  onDraft: (draft: Draft[]) => void;
  onDone: () => void;
};

function PointsForm({ record, draft, onDraft, onDone }: PointsFormProps) {
  const t = useTranslations("record.points");
  const save = useSavePoints(record, onDone);
  const { say, fields } = useRefusals();
  const faults = save.error ? fields(save.error) : {};
  const filled = draft.filter((one) => one.value.trim() !== "");
  const faultOf = (one: Draft) => {
    const place = filled.indexOf(one);
    const found = Object.entries(faults).find(([path]) => path.startsWith(`points.${place}.`));
    return found?.[1];
  };
  const change = (key: string, next: Partial<Draft>) =>
    onDraft(draft.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const submit = () =>
    save.mutate({
      entity: record.entity,
      id: record.id,
      version: record.version,
      points: filled.map(({ kind, value, label }) => ({ kind, value, label })),
    });
  return (
    // Esc comes from the inputs inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => event.key === "Escape" && onDone()}
    >
      {draft.map((one, place) => (
        <PointLine
          key={one.key}
          point={one}
          fault={faultOf(one)}
          onChange={(next) => change(one.key, next)}
          onRemove={() => onDraft(draft.filter(({ key }) => key !== one.key))}
          onRaise={isRaisable(draft, place) ? () => onDraft(raised(draft, place)) : undefined}
        />
      ))}
      {save.error && Object.keys(faults).length === 0 && (
        <p role="alert" className="text-sm text-danger-text">
          {say(save.error)}
        </p>
      )}
      <div className="flex flex-wrap gap-1.5">
        <AddPoint
          onAdd={(kind) =>
            onDraft([...draft, { key: `new-${draft.length}-${Date.now()}`, kind, value: "", label: "" }])
          }
        />
        <span className="flex-1" />
        <Button variant="ghost" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={save.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

type PointLineProps = {
  point: Draft;
  fault: string | undefined;
  onChange: (next: Partial<Draft>) => void;
  onRemove: () => void;
  /** Absent: it is the first of its kind. */
  onRaise: (() => void) | undefined;
};

function PointLine({ point, fault, onChange, onRemove, onRaise }: PointLineProps) {
  const t = useTranslations("record.points");
  const Icon = icons[point.kind];
  const name = t(`kinds.${point.kind}`);
  return (
    <fieldset aria-label={name}>
      <div className="flex items-center gap-1">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
        <Input
          aria-label={name}
          placeholder={name}
          value={point.value}
          type={point.kind === "email" ? "email" : point.kind === "phone" ? "tel" : "text"}
          // A line is added in order to be filled in.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={point.value === ""}
          aria-invalid={fault ? true : undefined}
          onChange={(event) => onChange({ value: event.target.value })}
        />
        <Input
          aria-label={t("label", { kind: name })}
          placeholder={t("labelShort")}
          className="w-24! shrink-0"
          maxLength={60}
          value={point.label}
          onChange={(event) => onChange({ label: event.target.value })}
        />
        <Button variant="ghost" size="icon-sm" aria-label={t("raise")} disabled={!onRaise} onClick={onRaise}>
          <ArrowUp />
        </Button>
        <Button variant="ghost" size="icon-sm" aria-label={t("remove", { kind: name })} onClick={onRemove}>
          <X />
        </Button>
      </div>
      {fault && (
        <p role="alert" className="mt-0.5 pl-5 text-sm text-danger-text">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

function AddPoint({ onAdd }: { onAdd: (kind: ContactPointKind) => void }) {
  const t = useTranslations("record.points");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Plus />
          {t("add")}
        </Button>
      </DropdownMenuTrigger>
      {/* The new line takes the focus, not the button that made it. */}
      <DropdownMenuContent onCloseAutoFocus={(event) => event.preventDefault()}>
        {contactPointKinds.map((kind) => {
          const Icon = icons[kind];
          return (
            <DropdownMenuItem key={kind} onSelect={() => onAdd(kind)}>
              <Icon />
              {t(`kinds.${kind}`)}
            </DropdownMenuItem>
          );
        })}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function useSavePoints(record: RecordData, onDone: () => void) {
  const t = useTranslations("record");
  const trpc = useTRPC();
  const client = useQueryClient();
  const ref = { entity: record.entity, id: record.id };
  return useMutation(
    trpc.records.changePoints.mutationOptions({
      onSuccess: (points) => {
        client.setQueryData(trpc.records.points.queryKey(ref), points);
        toast.success(t("saved", { field: t("points.title") }), { id: `saved-${record.id}-points` });
        onDone();
      },
      onSettled: () => {
        void client.invalidateQueries(trpc.records.get.queryFilter(ref));
        refreshRecord(client, trpc, ref);
      },
    }),
  );
}

function isRaisable(draft: readonly Draft[], place: number): boolean {
  return draft.slice(0, place).some((one) => one.kind === draft[place]?.kind);
}

// In front of the one of its kind that stands before it.
function raised(draft: readonly Draft[], place: number): Draft[] {
  const one = draft[place];
  const before = draft.findLastIndex((other, at) => at < place && other.kind === one?.kind);
  if (!one || before < 0) return [...draft];
  const rest = draft.filter((_, at) => at !== place);
  return [...rest.slice(0, before), one, ...rest.slice(before)];
}
