"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";

const parsers = {
  q: parseAsString.withDefault(""),
  category: parseAsString,
  all: parseAsBoolean.withDefault(false),
  /** The product in the sheet; `new` for one to be made. */
  product: parseAsString,
};

/** What the products page shows, kept in its address. */
export function useProductFilters() {
  return useQueryStates(parsers);
}

/** The catalogue, page by page. */
export function useProductPages() {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const [filters] = useProductFilters();
  const categoryId = isId(filters.category) ? filters.category : null;
  const query = { search: filters.q.trim(), categoryId, all: filters.all };
  return usePages({
    queryKey: trpc.products.list.infiniteQueryKey(query),
    read: (cursor: number, signal) => api.products.list.query({ ...query, cursor }, { signal }),
    first: 0,
  });
}

/** Saving products and branches; whoever shows them hears of it. */
export function useProductChanges() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onSuccess = () => void client.invalidateQueries(trpc.products.pathFilter());
  return {
    create: useMutation(trpc.products.create.mutationOptions({ onSuccess })),
    update: useMutation(trpc.products.update.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.products.delete.mutationOptions({ onSuccess })),
    restore: useMutation(trpc.products.restore.mutationOptions({ onSuccess })),
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
