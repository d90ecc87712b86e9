"use client";

import { Package, Plus, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { ExportButton } from "@/components/transfer/export-button";
import { ImportLink } from "@/components/transfer/import-link";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "@/components/ui/table";
import { useMay } from "@/components/workspace/workspace";
import { asTree } from "./category-order";
import { CategoryTree } from "./category-tree";
import { useProductColumns } from "./product-columns";
import { ProductSheet } from "./product-sheet";
import { useCategories, useProductFilters, useProductPages } from "./use-products";

/** The catalogue: what the organization sells. */
export function ProductsPage() {
  const t = useTranslations("products");
  const may = useMay();
  const id = useId();
  const [filters, setFilters] = useProductFilters();
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ExportButton entity="product" search={filters.q.trim() || undefined} />
            <ImportLink entity="product" />
            {may("product.create") && (
              <Button
                variant="primary"
                aria-label={t("new")}
                onClick={() => void setFilters({ product: "new" })}
              >
                <Plus />
                <span className="max-md:hidden">{t("new")}</span>
              </Button>
            )}
          </>
        }
      >
        <SearchBox
          className="w-72"
          value={filters.q}
          label={t("search")}
          onSearch={(q) => void setFilters({ q: q || null })}
        />
        <CategorySelect />
        <label htmlFor={id} className="flex items-center gap-2 text-ink-muted">
          <Checkbox
            id={id}
            checked={filters.all}
            onCheckedChange={(all) => void setFilters({ all: all === true || null })}
          />
          {t("archivedToo")}
        </label>
      </PageHeader>
      <PageBody className="grid items-start gap-6 md:grid-cols-[13rem_minmax(0,1fr)]">
        <div className="max-md:hidden">
          <CategoryTree />
        </div>
        <ProductList />
      </PageBody>
      <ProductSheet />
    </>
  );
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

function ProductList() {
  const t = useTranslations("products");
  const may = useMay();
  const [filters, setFilters] = useProductFilters();
  const pages = useProductPages();
  const columns = useProductColumns();
  if (pages.isPending) return <SkeletonRows rows={8} />;
  if (pages.isError && !pages.data)
    return <ErrorState requestId={requestIdOf(pages.error)} onRetry={() => void pages.refetch()} />;
  const products = pages.data.pages.flatMap((page) => page.products);
  if (products.length === 0) {
    const narrowed = filters.q !== "" || filters.category !== null;
    if (narrowed) return <EmptyState icon={<SearchX />} title={t("nothing")} text={t("nothingText")} />;
    return (
      <EmptyState
        icon={<Package />}
        title={t("empty")}
        text={t("emptyText")}
        action={
          may("product.create") && (
            <Button variant="primary" onClick={() => void setFilters({ product: "new" })}>
              <Plus />
              {t("new")}
            </Button>
          )
        }
      />
    );
  }
  return (
    <div className={cn("min-w-0", pages.isPlaceholderData && "opacity-60")}>
      <Table>
        <TableHead>
          <tr>
            {columns.map(({ key, numeric, wideOnly }) => (
              <TableHeadCell key={key} numeric={numeric} className={cn(wideOnly && "max-md:hidden")}>
                {t(`columns.${key}`)}
              </TableHeadCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {products.map((product) => (
            <TableRow key={product.id} className="relative">
              {columns.map(({ key, numeric, wideOnly, cell }) => (
                <TableCell
                  key={key}
                  numeric={numeric}
                  className={cn("max-w-80 truncate", wideOnly && "max-md:hidden")}
                >
                  {key === "name" ? (
                    <button
                      type="button"
                      className="block max-w-full text-left after:absolute after:inset-0"
                      onClick={() => void setFilters({ product: product.id }, { history: "push" })}
                    >
                      {cell(product)}
                    </button>
                  ) : (
                    cell(product)
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          pending={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </div>
  );
}
