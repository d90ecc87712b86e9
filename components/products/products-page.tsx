"use client";

import { FolderOpen, Package, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RecordList } from "@/components/records/record-list";
import { TrashLink } from "@/components/records/trash-link";
import { PageHeader } from "@/components/shell/page-header";
import { ImportLink } from "@/components/transfer/import-link";
import { ListExport } from "@/components/transfer/list-export";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { useMay } from "@/components/workspace/workspace";
import type { Filter } from "@/server/filter/tree";
import { asTree, branchOf } from "./category-order";
import { CategoryTree } from "./category-tree";
import { NewProductSheet } from "./new-product-sheet";
import { isId, useCategories, useProductFilters } from "./use-products";

/** The catalogue: what the organization sells, by the branches of a tree. */
export function ProductsPage() {
  const t = useTranslations("products");
  const [filters, setFilters] = useProductFilters();
  const within = useWithin();
  return (
    <>
      <PageHeader
        title={t("title")}
        aside={
          <Checkbox
            label={t("archivedToo")}
            checked={filters.all}
            onCheckedChange={(all) => void setFilters({ all: all === true || null })}
          />
        }
        actions={<NewProduct />}
      >
        <CategorySelect />
      </PageHeader>
      <div className="flex min-h-0 flex-1">
        <div className="w-56 shrink-0 overflow-y-auto pb-4 pl-6 max-md:hidden">
          <CategoryTree />
        </div>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <RecordList
            entity="product"
            within={within}
            actions={
              <>
                <ListExport entity="product" within={within} />
                <ImportLink entity="product" />
                <TrashLink entity="product" />
              </>
            }
            empty={<NoProducts />}
          />
        </div>
      </div>
      <NewProductSheet />
    </>
  );
}

// The branch chosen with its own branches, and what is on sale.
function useWithin(): Filter | undefined {
  const [{ category, all }] = useProductFilters();
  const categories = useCategories();
  return useMemo(() => {
    const parts: Filter[] = [];
    if (!all) parts.push({ field: "status", operator: "eq", value: "active" });
    if (isId(category))
      parts.push({ field: "categoryId", operator: "in", value: branchOf(categories, category) });
    return parts.length > 0 ? { and: parts } : undefined;
  }, [category, all, categories]);
}

function NewProduct() {
  const t = useTranslations("products");
  const may = useMay();
  const [, setFilters] = useProductFilters();
  if (!may("product.create")) return null;
  return (
    <Button variant="primary" aria-label={t("new")} onClick={() => void setFilters({ product: "new" })}>
      <Plus />
      <span className="max-md:hidden">{t("new")}</span>
    </Button>
  );
}

function NoProducts() {
  const t = useTranslations("products");
  const [{ category }] = useProductFilters();
  if (category) return <EmptyState icon={<FolderOpen />} title={t("nothing")} text={t("nothingText")} />;
  return <EmptyState icon={<Package />} title={t("empty")} text={t("emptyText")} action={<NewProduct />} />;
}

// A phone has no room for the tree.
function CategorySelect() {
  const t = useTranslations("products.categories");
  const [filters, setFilters] = useProductFilters();
  const categories = useCategories();
  if (categories.length === 0) return null;
  const options = asTree(categories).map(({ category, depth }) => ({
    value: category.id,
    label: `${"  ".repeat(depth)}${category.name}`,
  }));
  return (
    <Select
      aria-label={t("label")}
      className="md:hidden"
      options={[{ value: "all", label: t("all") }, ...options]}
      value={filters.category ?? "all"}
      onValueChange={(value) => void setFilters({ category: value === "all" ? null : value })}
    />
  );
}
