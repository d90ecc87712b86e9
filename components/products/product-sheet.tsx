"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ProductForm } from "./product-form";
import { isId, useProductFilters } from "./use-products";

/** The product named in the address, over the list; `new` for one to be made. */
export function ProductSheet() {
  const t = useTranslations("products");
  const trpc = useTRPC();
  const [{ product, category }, setFilters] = useProductFilters();
  const close = () => void setFilters({ product: null });
  const known = isId(product);
  const found = useQuery({
    ...trpc.products.get.queryOptions({ productId: known ? product : "" }),
    enabled: known,
  });
  return (
    <Sheet open={product === "new" || known} onOpenChange={(open) => !open && close()}>
      {(product === "new" || known) && (
        <SheetContent size="lg" title={t(product === "new" ? "form.create" : "form.edit")}>
          {product === "new" && <ProductForm category={isId(category) ? category : null} onDone={close} />}
          {known && found.isPending && <SkeletonRows rows={6} />}
          {known && found.isError && <EmptyState title={t("nothing")} />}
          {known && found.data && (
            <ProductForm key={`${found.data.id} ${found.data.version}`} product={found.data} onDone={close} />
          )}
        </SheetContent>
      )}
    </Sheet>
  );
}
