"use client";

import { Building2, Inbox, Kanban, LayoutList, Package, ReceiptText, UserRound } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import type { Entity } from "@/server/fields/contract";
import type { CreateDialogProps } from "./create-dialog-props";
import { NewCompanyDialog } from "./new-company-dialog";
import { NewContactDialog } from "./new-contact-dialog";

/** What the general list needs to know of a kind of record. Its words are in `records.entity.<entity>`. */
export type ListedEntity = {
  /** The segment of its pages' addresses: `/acme/contacts`, `/acme/contacts/<id>`. */
  path: string;
  icon: ReactNode;
  /** The field that names a record: the first column, which opens it. */
  titleField: string;
  /** The columns of the list nobody changed. */
  columns: readonly string[];
  /** Widths of some of them in CSS pixels, where those usual for their types do not fit. */
  widths?: Readonly<Record<string, number>>;
  /** What is sorted by unless told otherwise. */
  sort: { field: string; direction: "asc" | "desc" };
  /** A form for a new one; without it the list has no button for that. */
  CreateDialog?: ComponentType<CreateDialogProps>;
};

const newest = { field: "createdAt", direction: "desc" } as const;

/** Every kind of record that has a list. A new one is an entry here, words in `records.entity` and a page. */
const listed: Partial<Record<Entity, ListedEntity>> = {
  contact: {
    path: "contacts",
    icon: <UserRound />,
    titleField: "name",
    columns: ["name", "companyId", "phone", "email", "ownerId", "createdAt"],
    sort: newest,
    CreateDialog: NewContactDialog,
  },
  company: {
    path: "companies",
    icon: <Building2 />,
    titleField: "name",
    columns: ["name", "phone", "email", "site", "ownerId", "createdAt"],
    sort: newest,
    CreateDialog: NewCompanyDialog,
  },
  lead: {
    path: "leads",
    icon: <Inbox />,
    titleField: "title",
    columns: ["title", "stageId", "name", "phone", "sourceId", "ownerId", "createdAt"],
    sort: newest,
  },
  deal: {
    path: "deals",
    icon: <Kanban />,
    titleField: "title",
    columns: ["title", "stageId", "amountMinor", "contactId", "ownerId", "closesAt", "createdAt"],
    sort: newest,
  },
  product: {
    path: "products",
    icon: <Package />,
    titleField: "name",
    columns: ["name", "priceMinor", "unit", "sku", "categoryId", "taxPercent"],
    widths: { unit: 110, sku: 130, taxPercent: 110 },
    sort: { field: "name", direction: "asc" },
  },
  invoice: {
    path: "invoices",
    icon: <ReceiptText />,
    titleField: "number",
    columns: ["number", "status", "totalMinor", "paidMinor", "issuedAt", "dueAt", "ownerId"],
    sort: newest,
  },
  list_item: {
    path: "list-items",
    icon: <LayoutList />,
    titleField: "title",
    columns: ["title", "ownerId", "createdAt"],
    sort: newest,
  },
};

/** How the lists of an entity look. @throws for a kind of record without a list */
export function listedEntity(entity: Entity): ListedEntity {
  const found = listed[entity];
  if (!found) throw new Error(`Invariant: ${entity} has a list`);
  return found;
}

/** The kinds of record that have a list, in the order of this file. */
export const listedEntities = Object.keys(listed) as Entity[];
