"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { useWorkspace } from "@/components/workspace/workspace";
import { ProductForm } from "./product-form";
import { isId, useProductFilters } from "./use-products";

/** The form for a new product, over the list; an address that named a product here leads to its page. */
export function NewProductSheet() {
  const t = useTranslations("products.form");
  const { slug } = useWorkspace();
  const router = useRouter();
  const [{ product, category }, setFilters] = useProductFilters();
  const known = isId(product) ? product : null;
  useEffect(() => {
    if (known) router.replace(`/${slug}/products/${known}`);
  }, [known, router, slug]);
  const close = () => void setFilters({ product: null });
  return (
    <Sheet open={product === "new"} onOpenChange={(open) => !open && close()}>
      {product === "new" && (
        <SheetContent size="lg" title={t("create")}>
          <ProductForm category={isId(category) ? category : null} onDone={close} />
        </SheetContent>
      )}
    </Sheet>
  );
}
