"use client";

import { ChevronDown, Plus, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
import type { SavedView } from "@/server/views/contract";
import type { ListState } from "./use-list-state";
import { useViews } from "./use-views";
import { ViewDialog } from "./view-dialog";

/** The saved views of a list as tabs: everything, one's own, and those shared with all. */
export function ViewTabs({ entity, state }: { entity: Entity; state: ListState }) {
  const t = useTranslations("records.views");
  const { views, view, openView } = state;
  const [asked, setAsked] = useState<"new" | SavedView | null>(null);
  return (
    <nav
      aria-label={t("label")}
      className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto [scrollbar-width:none]"
    >
      <Tab current={view === null} onOpen={() => openView(null)}>
        {t("all")}
      </Tab>
      {views.map((one) => (
        <span key={one.id} className="flex shrink-0 items-center">
          <Tab current={view?.id === one.id} onOpen={() => openView(one.id)}>
            {one.name}
            {one.shared && <Users className="size-3.5 text-ink-muted" aria-label={t("shared")} />}
          </Tab>
          {view?.id === one.id && (
            <ViewMenu entity={entity} view={one} state={state} onRename={() => setAsked(one)} />
          )}
        </span>
      ))}
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
  if (!changed) return null;
  const mine = view && (view.mine || may("view.share"));
  const save = () =>
    view &&
    update.mutate(
      { viewId: view.id, changes: { filter, sort, columns, groupBy } },
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

function Tab({
  current,
  onOpen,
  children,
}: {
  current: boolean;
  onOpen: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
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
