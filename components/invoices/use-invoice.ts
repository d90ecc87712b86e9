"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";

/** One invoice with its payments and names. */
export function useInvoice(invoiceId: string, { enabled = true } = {}) {
  return useQuery(useTRPC().invoices.get.queryOptions({ invoiceId }, { enabled }));
}

/** What one does with invoices; whoever shows them hears of it, and a refusal is said. */
export function useInvoiceChanges() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const onSettled = () => {
    void client.invalidateQueries(trpc.invoices.pathFilter());
    void client.invalidateQueries(trpc.lineItems.pathFilter());
    void client.invalidateQueries(trpc.records.pathFilter());
  };
  const onError = (error: unknown) => void toast.error(say(error));
  const told = { onSettled, onError };
  return {
    create: useMutation(trpc.invoices.create.mutationOptions(told)),
    update: useMutation(trpc.invoices.update.mutationOptions(told)),
    issue: useMutation(trpc.invoices.issue.mutationOptions(told)),
    send: useMutation(trpc.invoices.send.mutationOptions({ onSettled })),
    pay: useMutation(trpc.invoices.recordPayment.mutationOptions({ onSettled })),
    removePayment: useMutation(trpc.invoices.removePayment.mutationOptions(told)),
    void: useMutation(trpc.invoices.void.mutationOptions(told)),
    duplicate: useMutation(trpc.invoices.duplicate.mutationOptions(told)),
    remove: useMutation(trpc.invoices.delete.mutationOptions(told)),
    restore: useMutation(trpc.invoices.restore.mutationOptions(told)),
    makeLink: useMutation(trpc.invoices.makeLink.mutationOptions(told)),
    revokeLink: useMutation(trpc.invoices.revokeLink.mutationOptions(told)),
  };
}
