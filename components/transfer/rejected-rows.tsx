"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "@/components/ui/table";
import type { RejectedRow } from "@/server/transfer/contract";
import { useReasons } from "./use-reasons";

const shownRows = 10;

/** The first rows that would be refused, the cells at fault marked. */
export function RejectedRows({ header, rows }: { header: readonly string[]; rows: readonly RejectedRow[] }) {
  const t = useTranslations("transfer.check");
  const reasons = useReasons();
  if (rows.length === 0) return null;
  // Only columns where something is wrong, after the first that tells rows apart.
  const faulty = new Set(rows.flatMap((row) => row.errors.map((error) => error.column)));
  const columns = header.map((_, column) => column).filter((column) => column < 2 || faulty.has(column));
  return (
    <section className="min-w-0">
      <h3 className="mb-1.5 font-semibold">{t("rows")}</h3>
      <Table className="max-md:min-w-150">
        <TableHead>
          <tr>
            <TableHeadCell numeric>{t("line")}</TableHeadCell>
            <TableHeadCell>{t("reason")}</TableHeadCell>
            {columns.map((column) => (
              <TableHeadCell key={column}>{header[column]}</TableHeadCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {rows.slice(0, shownRows).map((row) => (
            <TableRow key={row.line}>
              <TableCell numeric className="text-ink-muted">
                {row.line}
              </TableCell>
              <TableCell className="max-w-64 text-danger-text">
                {[...new Set(row.errors.map((error) => reasons(error.code)))].join("; ")}
              </TableCell>
              {columns.map((column) => (
                <TableCell
                  key={column}
                  className={cn(
                    "max-w-48 truncate",
                    row.errors.some((error) => error.column === column) && "bg-danger-soft text-danger-text",
                  )}
                >
                  {row.cells[column]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
