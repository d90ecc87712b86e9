"use client";

import { ChevronDown, Plus, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useRef, useState } from "react";
import { movedAfter } from "@/components/sortable/order";
import { SortableList } from "@/components/sortable/sortable-list";
import { useRowDrag } from "@/components/sortable/use-row-drag";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useMay } from "@/components/workspace/workspace";
import type { Entity } from "@/server/fields/contract";
import { isStaged } from "@/server/platform/permissions";
import type { SavedView } from "@/server/views/contract";
import type { ListState } from "./use-list-state";
import { useViews } from "./use-views";
import { ViewDialog } from "./view-dialog";

/** The saved views of a list as tabs: everything, one's own, and those shared with all. */
export function ViewTabs({ entity, state }: { entity: Entity; state: ListState }) {
  const t = useTranslations("records.views");
  const announce = useTranslations("records.columns");
  const { views, view, openView } = state;
  const { shown, reorder } = useViews(entity);
  const [asked, setAsked] = useState<"new" | SavedView | null>(null);
  const nameOf = (id: string) => views.find((one) => one.id === id)?.name ?? "";
  return (
    <nav
      aria-label={t("label")}
      className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto [scrollbar-width:none]"
    >
      <Tab current={view === null} onOpen={() => openView(null)}>
        {t("all")}
      </Tab>
      {views.length > 0 && (
        <SortableList
          axis="horizontal"
          ids={views.map((one) => one.id)}
          label={t("label")}
          onMove={(id, afterId) =>
            reorder.mutate({ ...shown, viewIds: movedAfter(views, id, afterId).map((one) => one.id) })
          }
          announcement={(id, place) => announce("announce", { name: nameOf(id), place, total: views.length })}
          className="flex items-center gap-1"
        >
          {views.map((one) => (
            <ViewTab key={one.id} view={one} current={view?.id === one.id} onOpen={() => openView(one.id)}>
              <ViewMenu entity={entity} view={one} state={state} onRename={() => setAsked(one)} />
            </ViewTab>
          ))}
        </SortableList>
      )}
      <Button
        size="icon-sm"
        variant="ghost"
        aria-label={t("saveNew")}
        title={t("saveNew")}
        onClick={() => setAsked("new")}
      >
        <Plus />
      </Button>
      {asked && (
        <ViewDialog
          entity={entity}
          state={state}
          view={asked === "new" ? null : asked}
          onClose={() => setAsked(null)}
        />
      )}
    </nav>
  );
}

/** Beside the filter: what differs from the view can be kept in it, kept as another, or forgotten. */
export function ChangedView({ entity, state }: { entity: Entity; state: ListState }) {
  const t = useTranslations("records.views");
  const may = useMay();
  const { update } = useViews(entity);
  const [saving, setSaving] = useState(false);
  const { view, changed, filter, sort, columns, groupBy } = state;
  const layout = isStaged(entity) ? state.layout : null;
  if (!changed) return null;
  const mine = view && (view.mine || may("view.share"));
  const save = () =>
    view &&
    update.mutate(
      { viewId: view.id, changes: { filter, sort, columns, groupBy, layout } },
      { onSuccess: () => void state.reset() },
    );
  return (
    <div className="flex items-center gap-1">
      {mine && (
        <Button size="sm" variant="soft" pending={update.isPending} onClick={save}>
          {t("save")}
        </Button>
      )}
      <Button size="sm" variant={mine ? "ghost" : "soft"} onClick={() => setSaving(true)}>
        {t("saveAs")}
      </Button>
      {(view || state.rearranged) && (
        <Button size="sm" variant="ghost" onClick={() => void state.reset()}>
          {t("forget")}
        </Button>
      )}
      {saving && <ViewDialog entity={entity} state={state} view={null} onClose={() => setSaving(false)} />}
    </div>
  );
}

type TabProps = { current: boolean; onOpen: () => void; children: ReactNode };

/** A saved view, which is dragged by its name; its menu stands beside it while it is open. */
function ViewTab({ view, current, onOpen, children }: TabProps & { view: SavedView }) {
  const t = useTranslations("records.views");
  const may = useMay();
  const row = useRef<HTMLLIElement>(null);
  const tab = useRef<HTMLButtonElement>(null);
  const { held, edge } = useRowDrag(view.id, row, tab, !view.mine && !may("view.share"));
  return (
    <li ref={row} className={cn("relative flex shrink-0 items-center", held && "opacity-40")}>
      <Tab ref={tab} current={current} onOpen={onOpen}>
        <span className="truncate">{view.name}</span>
        {view.shared && <Users className="size-3.5 shrink-0 text-ink-muted" aria-label={t("shared")} />}
      </Tab>
      {current && children}
      {edge && (
        <div
          aria-hidden
          className={cn(
            "pointer-events-none absolute inset-y-0 w-0.5 rounded-full bg-accent",
            edge === "top" ? "-left-0.5" : "-right-0.5",
          )}
        />
      )}
    </li>
  );
}

function Tab({ ref, current, onOpen, children }: TabProps & { ref?: Ref<HTMLButtonElement> }) {
  return (
    <button
      ref={ref}
      type="button"
      aria-current={current ? "page" : undefined}
      onClick={onOpen}
      className={cn(
        "flex h-7 max-w-56 shrink-0 items-center gap-1.5 rounded-md px-2.5 font-medium text-ink-muted hover:bg-ink/7 hover:text-ink max-md:h-9",
        current && "bg-ink/7 text-ink",
      )}
    >
      {children}
    </button>
  );
}

type ViewMenuProps = { entity: Entity; view: SavedView; state: ListState; onRename: () => void };

function ViewMenu({ entity, view, state, onRename }: ViewMenuProps) {
  const t = useTranslations("records.views");
  const may = useMay();
  const { shown, update, remove, reorder, setDefault } = useViews(entity);
  const [removing, setRemoving] = useState(false);
  const editable = view.mine || may("view.share");
  const ids = state.views.map((one) => one.id);
  const place = ids.indexOf(view.id);
  const moveTo = (to: number) =>
    reorder.mutate({ ...shown, viewIds: ids.toSpliced(place, 1).toSpliced(to, 0, view.id) });
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="icon-sm" variant="ghost" aria-label={t("menu", { name: view.name })}>
            <ChevronDown />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {editable && <DropdownMenuItem onSelect={onRename}>{t("rename")}</DropdownMenuItem>}
          {may("view.share") && (
            <DropdownMenuItem
              onSelect={() => update.mutate({ viewId: view.id, changes: { shared: !view.shared } })}
            >
              {t(view.shared ? "unshare" : "share")}
            </DropdownMenuItem>
          )}
          <DropdownMenuItem
            onSelect={() => setDefault.mutate({ ...shown, viewId: view.isDefault ? null : view.id })}
          >
            {t(view.isDefault ? "unsetDefault" : "setDefault")}
          </DropdownMenuItem>
          {editable && (
            <>
              {place > 0 && (
                <DropdownMenuItem onSelect={() => moveTo(place - 1)}>{t("moveLeft")}</DropdownMenuItem>
              )}
              {place < ids.length - 1 && (
                <DropdownMenuItem onSelect={() => moveTo(place + 1)}>{t("moveRight")}</DropdownMenuItem>
              )}
              <DropdownMenuSeparator />
              <DropdownMenuItem variant="danger" onSelect={() => setRemoving(true)}>
                {t("delete")}
              </DropdownMenuItem>
            </>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={t("deleteTitle", { name: view.name })}
        text={t(view.shared ? "deleteShared" : "deleteText")}
        confirmLabel={t("delete")}
        danger
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ viewId: view.id }, { onSuccess: () => void state.openView(null) })}
      />
    </>
  );
}
