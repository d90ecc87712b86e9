"use client";

import {
  Ban,
  Copy,
  Ellipsis,
  ExternalLink,
  FileDown,
  Link2,
  Link2Off,
  Mail,
  ReceiptText,
  Trash2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { InvoiceView } from "@/server/crm/invoices/contract";
import { PayDialog } from "./pay-dialog";
import { SendDialog } from "./send-dialog";
import { useInvoiceChanges } from "./use-invoice";
import { VoidDialog } from "./void-dialog";

/** What may be done with an invoice as it stands: the next step as a button, the rest in a menu. */
export function InvoiceActions({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations("invoices.actions");
  const may = useMay();
  const { issue } = useInvoiceChanges();
  const [asked, setAsked] = useState<"send" | "pay" | "void" | null>(null);
  const done = () => setAsked(null);
  const mayEdit = may("invoice.edit", invoice);
  const payable = invoice.status === "sent" || invoice.status === "overdue";
  return (
    <>
      {mayEdit && invoice.status === "draft" && (
        <Tooltip label={t("issueHint")}>
          <Button
            variant="primary"
            pending={issue.isPending}
            onClick={() =>
              issue.mutate(
                { invoiceId: invoice.id, version: invoice.version },
                { onSuccess: ({ number }) => toast.success(t("issued", { number: number ?? "" })) },
              )
            }
          >
            <ReceiptText />
            {t("issue")}
          </Button>
        </Tooltip>
      )}
      {mayEdit && payable && (
        <Button variant="primary" onClick={() => setAsked("pay")}>
          {t("pay")}
        </Button>
      )}
      {mayEdit && invoice.status !== "void" && (
        <Button onClick={() => setAsked("send")} aria-label={t("send")} className="max-md:hidden">
          <Mail />
          {t("send")}
        </Button>
      )}
      <ActionMenu invoice={invoice} mayEdit={mayEdit} onAsk={setAsked} />
      {asked === "send" && <SendDialog invoice={invoice} onDone={done} />}
      {asked === "pay" && <PayDialog invoice={invoice} onDone={done} />}
      {asked === "void" && <VoidDialog invoice={invoice} onDone={done} />}
    </>
  );
}

type ActionMenuProps = {
  invoice: InvoiceView;
  mayEdit: boolean;
  onAsk: (what: "send" | "void") => void;
};

function ActionMenu({ invoice, mayEdit, onAsk }: ActionMenuProps) {
  const t = useTranslations("invoices.actions");
  const { slug } = useWorkspace();
  const may = useMay();
  const router = useRouter();
  const changes = useInvoiceChanges();
  const { id: invoiceId, status, link } = invoice;
  const issued = status !== "draft";
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(link ?? "");
      toast.success(t("copied"));
    } catch {
      toast.error(t("notCopied"));
    }
  };
  const duplicate = () =>
    changes.duplicate.mutate(
      { invoiceId },
      {
        onSuccess: ({ id }) => {
          toast.success(t("duplicated"));
          router.push(`/${slug}/invoices/${id}`);
        },
      },
    );
  const remove = () =>
    changes.remove.mutate(
      { invoiceId },
      {
        onSuccess: () => {
          toast.success(t("deleted"), { undo: () => changes.restore.mutate({ invoiceId }) });
          router.push(`/${slug}/invoices`);
        },
      },
    );
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("more")}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {mayEdit && status !== "void" && (
          <DropdownMenuItem className="md:hidden" onSelect={() => onAsk("send")}>
            <Mail />
            {t("send")}
          </DropdownMenuItem>
        )}
        {link && (
          <>
            <DropdownMenuItem onSelect={() => void copyLink()}>
              <Link2 />
              {t("copyLink")}
            </DropdownMenuItem>
            <DropdownMenuItem asChild>
              <a href={link} target="_blank" rel="noreferrer">
                <ExternalLink />
                {t("openPublic")}
              </a>
            </DropdownMenuItem>
          </>
        )}
        <DropdownMenuItem asChild>
          <a href={`/api/invoices/${slug}/${invoiceId}/pdf`} target="_blank" rel="noreferrer">
            <FileDown />
            {t("pdf")}
          </a>
        </DropdownMenuItem>
        {may("invoice.create") && (
          <DropdownMenuItem onSelect={duplicate}>
            <Copy />
            {t("duplicate")}
          </DropdownMenuItem>
        )}
        {mayEdit && issued && (
          <DropdownMenuItem
            onSelect={() =>
              changes.makeLink.mutate({ invoiceId }, { onSuccess: () => toast.success(t("linkMade")) })
            }
          >
            <Link2 />
            {t("newLink")}
          </DropdownMenuItem>
        )}
        {mayEdit && link && (
          <DropdownMenuItem
            onSelect={() =>
              changes.revokeLink.mutate({ invoiceId }, { onSuccess: () => toast.success(t("revoked")) })
            }
          >
            <Link2Off />
            {t("revoke")}
          </DropdownMenuItem>
        )}
        {mayEdit && (status === "sent" || status === "overdue") && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem variant="danger" onSelect={() => onAsk("void")}>
              <Ban />
              {t("void")}
            </DropdownMenuItem>
          </>
        )}
        {!issued && may("invoice.delete") && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem variant="danger" onSelect={remove}>
              <Trash2 />
              {t("delete")}
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
