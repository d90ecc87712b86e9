"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type ReactNode, useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { useMay } from "@/components/workspace/workspace";
import type { Entity } from "@/server/fields/contract";
import { isStaged } from "@/server/platform/permissions";
import { CellEditor } from "./cell-editor";
import { CellText, leadsAway } from "./cell-text";
import { isNumeric } from "./cell-value";
import type { Columns } from "./columns";
import { useStageMove } from "./stage-moves";
import type { CellEdit } from "./use-cell-edit";
import type { ListField } from "./use-list-fields";
import type { ListWords } from "./use-list-words";
import type { ListedRecord } from "./use-record-pages";

type RecordRowProps = {
  entity: Entity;
  record: ListedRecord;
  index: number;
  height: number;
  columns: Columns;
  names: Record<string, string>;
  words: ListWords;
  edit: CellEdit;
  selected: boolean;
  onSelect: (id: string, shift: boolean) => void;
  href: string;
  onOpen: ((record: ListedRecord) => void) | undefined;
};

/** One record: a box to select it by, its name that opens it, and its fields, edited where they stand. */
export const RecordRow = memo(function RecordRow(props: RecordRowProps) {
  const { record, index, height, columns, selected, onSelect } = props;
  const t = useTranslations("records.table");
  const shift = useRef(false);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-record={record.id}
      className="group/row bg-surface hover:bg-[color-mix(in_oklab,var(--ink)_3%,var(--surface))] aria-selected:bg-accent-soft"
      style={{ height }}
    >
      <td className="sticky left-0 z-[1] border-b bg-inherit px-3">
        <Checkbox
          aria-label={t("select", { name: record.title })}
          checked={selected}
          onClick={(event) => {
            shift.current = event.shiftKey;
          }}
          onCheckedChange={() => onSelect(record.id, shift.current)}
        />
      </td>
      {columns.map(({ field, isTitle }, column) => (
        <Cell key={field.key} {...props} field={field} isTitle={isTitle} column={column} />
      ))}
      <td className="border-b" aria-hidden />
    </tr>
  );
});

type CellProps = RecordRowProps & { field: ListField; isTitle: boolean; column: number };

function Cell(props: CellProps) {
  const { entity, record, field, isTitle, index, column, columns, edit, names, words } = props;
  const t = useTranslations("records.cell");
  const box = useRef<HTMLTableCellElement>(null);
  const may = useMay();
  const moveTo = useStageMove();
  const movable = field.type === "stage" && moveTo && isStaged(entity) && may(`${entity}.move`, record);
  const editable = movable || (may(`${entity}.edit`, record) && isInline(field, record));
  const { editing } = edit;
  const open = editing?.id === record.id && editing.key === field.key ? editing : null;
  const start = () =>
    edit.setEditing({ id: record.id, key: field.key, draft: record.values[field.key] ?? null });
  const back = () => {
    edit.setEditing(null);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[data-cell]")?.focus());
  };
  const save = (value: unknown, more: { name?: string | undefined; next?: boolean } = {}) => {
    const next = more.next
      ? columns.slice(column + 1).find((one) => isInline(one.field, record))?.field
      : undefined;
    if (next) edit.setEditing({ id: record.id, key: next.key, draft: record.values[next.key] ?? null });
    else back();
    if (field.type === "stage") {
      if (typeof value === "string" && value !== record.values[field.key]) moveTo?.(record, value);
      return;
    }
    void edit.save(record, field, value, more.name);
  };
  const at = `${index},${column}`;
  const text = <CellText record={record} field={field} names={names} words={words} />;
  return (
    <td
      ref={box}
      className={cn(
        "h-[inherit] overflow-hidden border-b p-0",
        isNumeric(field) && "text-right",
        isTitle && "bg-inherit md:sticky md:left-10 md:z-[1]",
      )}
    >
      {open ? (
        <div className="px-1">
          <CellEditor
            record={record}
            field={field}
            draft={open.draft}
            error={open.error}
            names={names}
            words={words}
            onSave={save}
            onCancel={back}
          />
        </div>
      ) : isTitle ? (
        <TitleCell {...props} at={at} editable={editable} onEdit={start} />
      ) : editable && leadsAway(record, field) ? (
        <LinkCell at={at} label={t("editOf", { field: field.label, name: record.title })} onEdit={start}>
          {text}
        </LinkCell>
      ) : editable ? (
        <EditButton
          at={at}
          label={t("editOf", { field: field.label, name: record.title })}
          field={field}
          onEdit={start}
        >
          {field.type === "checkbox" ? (
            <Checkbox
              data-cell={at}
              aria-label={t("editOf", { field: field.label, name: record.title })}
              checked={record.values[field.key] === true}
              onCheckedChange={(on) => void edit.save(record, field, on === true)}
            />
          ) : (
            text
          )}
        </EditButton>
      ) : (
        // Nothing to press, but a place that arrow keys come to and go on from.
        <div tabIndex={-1} data-cell={at} className="truncate rounded-sm px-3 -outline-offset-2">
          {text}
        </div>
      )}
    </td>
  );
}

function TitleCell({
  record,
  field,
  href,
  onOpen,
  at,
  editable,
  onEdit,
}: CellProps & { at: string; editable: boolean; onEdit: () => void }) {
  const t = useTranslations("records.cell");
  return (
    <div className="flex items-center gap-1 pr-1 pl-3">
      <Link
        href={href}
        prefetch={false}
        data-cell={at}
        onClick={(event) => {
          if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(record);
        }}
        className="min-w-0 flex-1 truncate font-medium hover:underline"
      >
        {record.title}
      </Link>
      {editable && (
        <EditPencil label={t("editOf", { field: field.label, name: record.title })} onEdit={onEdit} />
      )}
    </div>
  );
}

type LinkCellProps = { at: string; label: string; onEdit: () => void; children: ReactNode };

// Arrow keys come to the pencil: Enter edits here as in any cell, and Tab goes back to where the value leads.
function LinkCell({ at, label, onEdit, children }: LinkCellProps) {
  return (
    // The mouse's way besides the pencil, which the keyboard has.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onDoubleClick={onEdit} className="flex h-8 items-center gap-1 pr-1 pl-3 max-md:h-11">
      <span className="flex min-w-0 flex-1">{children}</span>
      <EditPencil at={at} label={label} onEdit={onEdit} />
    </div>
  );
}

function EditPencil({ at, label, onEdit }: { at?: string; label: string; onEdit: () => void }) {
  return (
    <button
      type="button"
      data-cell={at}
      aria-label={label}
      onClick={onEdit}
      className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-muted opacity-0 group-hover/row:opacity-100 hover:bg-ink/7 hover:text-ink focus-visible:opacity-100 max-md:hidden [&_svg]:size-3.5"
    >
      <Pencil />
    </button>
  );
}

type EditButtonProps = {
  at: string;
  label: string;
  field: ListField;
  onEdit: () => void;
  children: ReactNode;
};

function EditButton({ at, label, field, onEdit, children }: EditButtonProps) {
  if (field.type === "checkbox") return <div className="px-3">{children}</div>;
  return (
    <button
      type="button"
      data-cell={at}
      onClick={onEdit}
      className={cn(
        "flex h-8 w-full items-center overflow-hidden rounded-sm px-3 text-left -outline-offset-2 hover:shadow-[inset_0_0_0_1px_var(--line-strong)] max-md:h-11",
        isNumeric(field) && "justify-end",
      )}
    >
      {/* The value is the name people see; what a press does is told to those who do not see the row. */}
      <span className="sr-only">{label}</span>
      {children}
    </button>
  );
}

/** Whether a record's field is edited in a cell: long texts and files have the record's own page. */
function isInline(field: ListField, { locked }: ListedRecord): boolean {
  if (!field.editable || locked?.includes(field.key)) return false;
  return !field.more.long && field.type !== "file" && field.type !== "formula";
}
