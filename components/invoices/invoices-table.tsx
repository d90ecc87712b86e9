"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "@/components/ui/table";
import { useWorkspace } from "@/components/workspace/workspace";
import type { InvoiceRow } from "@/server/crm/invoices/contract";
import { useInvoiceColumns } from "./invoice-columns";

/** Invoices, a line each. */
export function InvoicesTable({ invoices }: { invoices: readonly InvoiceRow[] }) {
  const t = useTranslations("invoices.columns");
  const { slug } = useWorkspace();
  const columns = useInvoiceColumns();
  return (
    <Table>
      <TableHead>
        <tr>
          {columns.map(({ key, numeric, wideOnly }) => (
            <TableHeadCell key={key} numeric={numeric} className={cn(wideOnly && "max-md:hidden")}>
              {t(key)}
            </TableHeadCell>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {invoices.map((invoice) => (
          <TableRow key={invoice.id} className="relative">
            {columns.map(({ key, numeric, wideOnly, cell }) => (
              <TableCell
                key={key}
                numeric={numeric}
                className={cn("max-w-60 truncate", wideOnly && "max-md:hidden")}
              >
                {key === "number" ? (
                  <Link
                    href={`/${slug}/invoices/${invoice.id}`}
                    className="font-medium after:absolute after:inset-0"
                  >
                    {cell(invoice)}
                  </Link>
                ) : (
                  cell(invoice)
                )}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
