"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { useTRPC } from "@/components/api/trpc";

const parsers = {
  category: parseAsString,
  all: parseAsBoolean.withDefault(false),
  /** `new`: the form for one stands over the list. */
  product: parseAsString,
};

/** What the products page shows besides what every list keeps in its address. */
export function useProductFilters() {
  return useQueryStates(parsers);
}

/** Saving products and branches; whoever shows them hears of it. */
export function useProductChanges() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onSuccess = () => {
    void client.invalidateQueries(trpc.products.pathFilter());
    void client.invalidateQueries(trpc.records.pathFilter());
    // Branches are the choices of a field.
    void client.invalidateQueries(trpc.fields.list.pathFilter());
  };
  return {
    create: useMutation(trpc.products.create.mutationOptions({ onSuccess })),
    saveCategory: useMutation(trpc.products.saveCategory.mutationOptions({ onSuccess })),
    removeCategory: useMutation(trpc.products.removeCategory.mutationOptions({ onSuccess })),
  };
}

export function useCategories() {
  return useQuery(useTRPC().products.categories.queryOptions()).data ?? [];
}

export function isId(text: string | null): text is string {
  return text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
