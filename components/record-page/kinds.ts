import type { LucideIcon } from "lucide-react";
import { Building2, FileText, Kanban, Package, ReceiptText, Sprout, UserRound } from "lucide-react";
import { recordPaths } from "@/server/crm/records/contract";
import type { FieldInfo } from "@/server/fields/contract";
import { type Entity, entities } from "@/server/platform/permissions";

/** Records that point at one by a field of theirs: a contact's deals. */
export type Related = { entity: Entity; by: string };

/**
 * Fields under a heading of their own: `text` is one long text, `filled` shows what is filled in and the rest on demand,
 * `became` leads to the records that a lead became.
 */
export type FieldGroup = {
  key: "message" | "origin" | "became";
  as: "text" | "filled" | "became";
  fields: readonly string[];
};

/** A field of records that is shown in a place of its own on the page of what it points at: a deal's invoices. */
export const relatedElsewhere: readonly Related[] = [{ entity: "invoice", by: "dealId" }];

/** How a kind of record looks on its page. A new kind is a line here and a route. */
export type RecordKind = {
  icon: LucideIcon;
  /** The field that is its title. */
  title: string;
  /** Has phones, emails and addresses of its own. */
  reachable: boolean;
  /** What is shown also while there is none; what else points here is shown when there is some. */
  related: readonly Related[];
  /** Fields that stand elsewhere on the page than among the others. */
  elsewhere: readonly string[];
  /** What nobody may fill in is left out while there is nothing. */
  terse?: boolean;
  /** Some of these, in sections of their own. */
  groups?: readonly FieldGroup[];
};

const always = ["createdAt", "updatedAt", "tags"];
const staged = [
  "stageId",
  "pipelineId",
  "outcome",
  "lossReasonId",
  "stageEnteredAt",
  "closedAt",
  "currency",
  ...always,
];
const points = ["name", "phone", "email", ...always];

const leadGroups: readonly FieldGroup[] = [
  { key: "became", as: "became", fields: ["dealId", "contactId", "companyId"] },
  { key: "message", as: "text", fields: ["comment"] },
  {
    key: "origin",
    as: "filled",
    fields: ["utmSource", "utmMedium", "utmCampaign", "utmContent", "utmTerm", "page", "referrer"],
  },
];

export const recordKinds: Record<Entity, RecordKind> = {
  deal: {
    icon: Kanban,
    title: "title",
    reachable: false,
    related: [],
    elsewhere: ["title", ...staged],
  },
  contact: {
    icon: UserRound,
    title: "name",
    reachable: true,
    related: [{ entity: "deal", by: "contactId" }],
    elsewhere: points,
  },
  company: {
    icon: Building2,
    title: "name",
    reachable: true,
    related: [
      { entity: "contact", by: "companyId" },
      { entity: "deal", by: "companyId" },
    ],
    elsewhere: points,
  },
  lead: {
    icon: Sprout,
    title: "title",
    reachable: true,
    related: [],
    elsewhere: [
      ...["title", "phone", "email", "kind", "convertedAt"],
      ...leadGroups.flatMap(({ fields }) => fields),
      ...staged,
    ],
    groups: leadGroups,
  },
  product: {
    icon: Package,
    title: "name",
    reachable: false,
    related: [],
    elsewhere: ["name", "currency", "taxPercent", "taxIncluded", ...always],
  },
  invoice: {
    icon: ReceiptText,
    title: "number",
    reachable: false,
    related: [],
    terse: true,
    elsewhere: [
      ...["number", "status", "buyerName", "buyerEmail", "voidReason", "paidAt", "paidMinor"],
      ...["totalMinor", "subtotalMinor", "discountMinor", "taxMinor", ...always],
    ],
  },
  list_item: {
    icon: FileText,
    title: "title",
    reachable: false,
    related: [],
    elsewhere: ["title", "listId", ...always],
  },
};

/** Whether the field has a place among the others on a record's page; the rest stands in the header, or in lists only. */
export function standsOnRecord(entity: Entity, { key, type }: Pick<FieldInfo, "key" | "type">): boolean {
  return type !== "stage" && !recordKinds[entity].elsewhere.includes(key);
}

/** The page of a record; null for what has no page yet. */
export function recordHref(slug: string, { entity, id }: { entity: string; id: string }): string | null {
  const path = entities.find((one) => one === entity);
  return path ? `/${slug}/${recordPaths[path]}/${id}` : null;
}
