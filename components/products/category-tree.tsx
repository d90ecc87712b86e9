"use client";

import { Ellipsis, FolderPlus, Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import type { Category } from "@/server/crm/products/contract";
import { asTree } from "./category-order";
import { useCategories, useProductChanges, useProductFilters } from "./use-products";

type Edited = { id?: string; parentId: string | null; name: string };

/** The catalogue's branches: which one is shown, and, for those who may, their making and ending. */
export function CategoryTree() {
  const t = useTranslations("products.categories");
  const mayEdit = useMay()("product.edit");
  const [filters, setFilters] = useProductFilters();
  const categories = useCategories();
  const [edited, setEdited] = useState<Edited | null>(null);
  const [removing, setRemoving] = useState<Category | null>(null);
  const row = "flex h-8 w-full items-center rounded-md px-2 text-left max-md:h-10";
  return (
    <nav aria-label={t("label")} className="flex flex-col gap-0.5">
      <button
        type="button"
        aria-current={filters.category === null ? "true" : undefined}
        className={cn(row, "hover:bg-ink/6 aria-[current]:bg-accent-soft aria-[current]:font-medium")}
        onClick={() => void setFilters({ category: null })}
      >
        {t("all")}
      </button>
      {asTree(categories).map(({ category, depth }) =>
        edited?.id === category.id ? (
          <CategoryForm key={category.id} edited={edited} onDone={() => setEdited(null)} />
        ) : (
          <div
            key={category.id}
            className="group/category relative"
            style={{ paddingLeft: `${depth * 14}px` }}
          >
            <button
              type="button"
              aria-current={filters.category === category.id ? "true" : undefined}
              className={cn(
                row,
                "pr-8 hover:bg-ink/6 aria-[current]:bg-accent-soft aria-[current]:font-medium",
              )}
              onClick={() => void setFilters({ category: category.id })}
            >
              <span className="truncate">{category.name}</span>
            </button>
            {mayEdit && (
              <CategoryMenu category={category} onEdit={setEdited} onRemove={() => setRemoving(category)} />
            )}
          </div>
        ),
      )}
      {edited && !edited.id && <CategoryForm edited={edited} onDone={() => setEdited(null)} />}
      {mayEdit && !edited && (
        <Button
          size="sm"
          variant="ghost"
          className="justify-start"
          onClick={() => setEdited({ parentId: null, name: "" })}
        >
          <Plus />
          {t("new")}
        </Button>
      )}
      {removing && <RemoveCategory category={removing} onDone={() => setRemoving(null)} />}
    </nav>
  );
}

type CategoryMenuProps = { category: Category; onEdit: (edited: Edited) => void; onRemove: () => void };

function CategoryMenu({ category, onEdit, onRemove }: CategoryMenuProps) {
  const t = useTranslations("products.categories");
  const { id, name, parentId } = category;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t("menu", { name })}
          className="absolute top-0.5 right-0.5 md:opacity-0 md:group-hover/category:opacity-100 md:focus-visible:opacity-100 md:aria-expanded:opacity-100"
        >
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" onCloseAutoFocus={(event) => event.preventDefault()}>
        <DropdownMenuItem onSelect={() => onEdit({ id, name, parentId })}>
          <Pencil />
          {t("rename", { name })}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onEdit({ parentId: id, name: "" })}>
          <FolderPlus />
          {t("inside", { name })}
        </DropdownMenuItem>
        <DropdownMenuItem variant="danger" onSelect={onRemove}>
          <Trash2 />
          {t("remove", { name })}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function CategoryForm({ edited, onDone }: { edited: Edited; onDone: () => void }) {
  const t = useTranslations("products.categories");
  const { say } = useRefusals();
  const { saveCategory } = useProductChanges();
  const [name, setName] = useState(edited.name);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!name.trim()) return onDone();
    saveCategory.mutate(
      { ...edited, name },
      { onSuccess: onDone, onError: (error) => toast.error(say(error)) },
    );
  };
  return (
    <form onSubmit={submit} className="flex gap-1">
      <Input
        // It was opened to type this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t("name")}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
      />
      <Button type="submit" variant="primary" pending={saveCategory.isPending}>
        {t(edited.id ? "save" : "add")}
      </Button>
    </form>
  );
}

function RemoveCategory({ category, onDone }: { category: Category; onDone: () => void }) {
  const t = useTranslations("products.categories");
  const { say } = useRefusals();
  const [filters, setFilters] = useProductFilters();
  const { removeCategory } = useProductChanges();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onDone()}
      title={t("removeTitle", { name: category.name })}
      text={t("removeText")}
      confirmLabel={t("removeConfirm")}
      pending={removeCategory.isPending}
      onConfirm={() =>
        removeCategory.mutate(
          { categoryId: category.id },
          {
            onSuccess: () => {
              if (filters.category === category.id) void setFilters({ category: category.parentId });
              onDone();
            },
            onError: (error) => toast.error(say(error)),
          },
        )
      }
    />
  );
}
