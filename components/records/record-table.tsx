"use client";

import { columnResizingFeature, columnSizingFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useMemo, useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useIsPhone } from "@/components/ui/use-media-query";
import type { Entity } from "@/server/fields/contract";
import type { ViewColumn, ViewSort } from "@/server/views/contract";
import { usualWidth } from "./cell-value";
import type { Columns } from "./columns";
import { HeadCell } from "./head-cell";
import { RecordRow } from "./record-row";
import { isWhole, type Selection, toggled, toggledAll } from "./selection";
import { useCellEdit } from "./use-cell-edit";
import type { ListWords } from "./use-list-words";
import type { ListedRecord } from "./use-record-pages";

type RecordTableProps = {
  entity: Entity;
  label: string;
  columns: Columns;
  records: readonly ListedRecord[];
  names: Record<string, string>;
  words: ListWords;
  total: number | null;
  sort: ViewSort;
  onSort: (sort: ViewSort) => void;
  onColumns: (columns: ViewColumn[]) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  /** Where a record's page is, and what opens it in place of that. */
  hrefOf: (record: ListedRecord) => string;
  onOpen?: ((record: ListedRecord) => void) | undefined;
};

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const boxWidth = 40;

/** Records as a dense table of which only what is in sight is in the page: sorted by heads, edited in its cells. */
export function RecordTable(props: RecordTableProps) {
  const { columns, records, selection, onSelect, hasMore, loadingMore, onMore } = props;
  const t = useTranslations("records.table");
  const scroller = useRef<HTMLDivElement>(null);
  const phone = useIsPhone();
  const edit = useCellEdit(props.entity);
  const order = useMemo(() => records.map((record) => record.id), [records]);
  const pressed = useRef<string | null>(null);
  const table = useRecordTable(props);
  const rowHeight = phone ? 44 : 36;
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((index: number) => order[index] ?? index, [order]),
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const near = useEffectEvent(() => {
    if (hasMore && !loadingMore) onMore();
  });
  useEffect(() => {
    if (records.length > 0 && last >= records.length - 20) near();
  }, [last, records.length, loadingMore]);

  const select = (id: string, shift: boolean) => {
    onSelect(toggled(selection, order, id, shift ? pressed.current : null));
    pressed.current = id;
  };
  const whole = isWhole(selection, order);
  const some = selection.ids.size > 0;
  // A phone shows a second column beside the names.
  const widthOf = ({ width: own, isTitle }: Columns[number]) => (phone && isTitle ? Math.min(own, 190) : own);
  const width = boxWidth + columns.reduce((sum, column) => sum + widthOf(column), 0);
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div
      ref={scroller}
      className="min-h-0 flex-initial overflow-auto overscroll-contain rounded-lg bg-surface shadow-low"
      data-slot="record-table"
    >
      {/* Arrow keys go from cell to cell, as in a sheet. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        aria-label={props.label}
        aria-rowcount={(props.total ?? records.length) + 1}
        className="table-fixed border-separate border-spacing-0 text-left"
        style={{ width: `max(100%, ${width}px)` }}
        onKeyDown={goByArrow}
      >
        <colgroup>
          <col style={{ width: boxWidth }} />
          {columns.map((column) => (
            <col key={column.field.key} style={{ width: widthOf(column) }} />
          ))}
          <col />
        </colgroup>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr aria-rowindex={1}>
            <th scope="col" className="sticky left-0 z-20 h-8 border-b bg-surface px-3">
              <Checkbox
                aria-label={t("selectAll")}
                checked={whole ? true : some ? "indeterminate" : false}
                onCheckedChange={() => onSelect(toggledAll(selection, order))}
              />
            </th>
            {table.getHeaderGroups()[0]?.headers.map((header, place) => {
              const column = columns[place];
              if (!column) return null;
              return (
                <HeadCell
                  key={header.id}
                  column={column}
                  sort={props.sort}
                  onSort={props.onSort}
                  resizing={header.column.getIsResizing()}
                  offset={table.state.columnResizing.deltaOffset ?? 0}
                  onResizeStart={header.getResizeHandler()}
                />
              );
            })}
            <td className="border-b" aria-hidden />
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} span={columns.length + 2} />}
          {shown.map(({ index }) => {
            const record = records[index];
            if (!record) return null;
            return (
              <RecordRow
                key={record.id}
                record={record}
                index={index}
                height={rowHeight}
                columns={columns}
                names={props.names}
                words={props.words}
                edit={edit}
                entity={props.entity}
                selected={selection.all || selection.ids.has(record.id)}
                onSelect={select}
                href={props.hrefOf(record)}
                onOpen={props.onOpen}
              />
            );
          })}
          {below > 0 && <Spacer height={below} span={columns.length + 2} />}
        </tbody>
      </table>
      {loadingMore && <SkeletonRows rows={2} className="p-3" />}
    </div>
  );
}

function useRecordTable({ columns, records, onColumns }: RecordTableProps) {
  const sizing = Object.fromEntries(columns.map(({ field, width }) => [field.key, width]));
  const defined = useMemo(
    () => columns.map(({ field }) => ({ id: field.key, header: field.label, minSize: 60, maxSize: 800 })),
    [columns],
  );
  return useTable({
    features,
    columns: defined,
    data: records,
    state: { columnSizing: sizing },
    columnResizeMode: "onEnd",
    onColumnSizingChange: (updater) => {
      const next = typeof updater === "function" ? updater(sizing) : updater;
      onColumns(
        columns.map(({ field, isTitle }) => {
          const width = Math.round(next[field.key] ?? usualWidth(field, isTitle));
          return width === usualWidth(field, isTitle) ? { key: field.key } : { key: field.key, width };
        }),
      );
    },
  });
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={span} aria-hidden style={{ height, padding: 0 }} />
    </tr>
  );
}

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function goByArrow(event: KeyboardEvent<HTMLTableElement>) {
  const step = steps[event.key];
  const cell = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
  if (!step || !cell) return;
  const [row = 0, column = 0] = cell.split(",").map(Number);
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-cell="${row + step[0]},${column + step[1]}"]`,
  );
  if (!next) return;
  event.preventDefault();
  next.focus();
}
