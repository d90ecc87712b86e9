import { z } from "zod";
import type { LineItem, Totals } from "@/server/crm/line-items/contract";
import { narrowing } from "@/server/crm/records/contract";
import { amountMinor, currency } from "@/server/platform/money";
import { optionalText, requiredText, text } from "@/server/platform/text";
import { isNumberPattern } from "./number-pattern";

export { numberFrom } from "./number-pattern";

export const invoiceStatuses = ["draft", "sent", "paid", "overdue", "void"] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** What the statuses are called where nobody's language is known but the organization's. */
export const statusNames: Record<InvoiceStatus, { en: string; ru: string }> = {
  draft: { en: "Draft", ru: "Черновик" },
  sent: { en: "Sent", ru: "Выставлен" },
  paid: { en: "Paid", ru: "Оплачен" },
  overdue: { en: "Overdue", ru: "Просрочен" },
  void: { en: "Void", ru: "Аннулирован" },
};

/** The colours they are known by. */
export const statusColours = {
  draft: "slate",
  sent: "sky",
  paid: "green",
  overdue: "rose",
  void: "slate",
} as const satisfies Record<InvoiceStatus, string>;

/** A status as a place where an invoice stands: `invoice:paid`. */
export function statusPlace<S extends InvoiceStatus>(status: S): `invoice:${S}` {
  return `invoice:${status}`;
}

/** A party as it is printed. */
export const Requisites = z.strictObject({
  name: text(300),
  /** INN, VAT number. */
  taxId: text(40).optional(),
  /** KPP, where there is one. */
  taxReason: text(40).optional(),
  address: text(500).optional(),
  /** Account, bank, codes: as many lines as they take. */
  bank: text(1_000).optional(),
  phone: text(60).optional(),
  email: text(254).optional(),
  /** Who signs. */
  signer: text(200).optional(),
});
export type Requisites = z.output<typeof Requisites>;

/** A request for payment, as a row. */
export type Invoice = {
  id: string;
  number: string | null;
  status: InvoiceStatus;
  /** When it came to its status. */
  statusSince: Date;
  purpose: string | null;
  dealId: string | null;
  contactId: string | null;
  companyId: string | null;
  ownerId: string | null;
  issuedAt: Date | null;
  dueAt: Date | null;
  currency: string;
  subtotalMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
  paidMinor: number;
  paidAt: Date | null;
  sentAt: Date | null;
  voidedAt: Date | null;
  voidReason: string | null;
  seller: Requisites | null;
  buyer: Requisites;
  note: string | null;
  language: "en" | "ru";
  linkEdition: number | null;
  version: number;
  custom: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
};

export type Payment = {
  id: string;
  amountMinor: number;
  paidAt: Date;
  method: "hand" | "webhook";
  note: string | null;
};

/** An invoice with everything its page shows; `seller` is today's on a draft. */
export type InvoiceView = Omit<Invoice, "seller"> & {
  seller: Requisites;
  payments: Payment[];
  names: Record<string, string>;
  /** The public page's address; null while there is none. */
  link: string | null;
};

/** What whoever has the link may see, and what is printed. */
export type InvoiceDocument = {
  number: string | null;
  status: InvoiceStatus;
  /** Days, `yyyy-MM-dd`. */
  issued: string | null;
  due: string | null;
  paid: string | null;
  currency: string;
  language: "en" | "ru";
  seller: Requisites;
  buyer: Requisites;
  note: string | null;
  lines: LineItem[];
  totals: Totals;
  paidMinor: number;
};

const editable = {
  contactId: z.uuid().nullable(),
  companyId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  currency,
  dueAt: z.date().nullable(),
  buyer: Requisites,
  note: optionalText(2_000),
  language: z.enum(["en", "ru"]),
};

export const InvoiceChanges = z.strictObject(editable).partial();

export const CreateInvoice = z.strictObject({
  /** Its contact, company, owner, currency and products are taken over. */
  dealId: z.uuid().nullish(),
  contactId: z.uuid().nullish(),
  companyId: z.uuid().nullish(),
  ownerId: z.uuid().nullish(),
  currency: currency.optional(),
  dueAt: z.date().nullish(),
  note: optionalText(2_000).optional(),
  language: z.enum(["en", "ru"]).optional(),
  /**
   * For automations, together with a deal: while an invoice for this purpose lives, it is answered instead of a new one,
   * a draft with the deal's products of now.
   */
  purpose: requiredText(100).optional(),
});
export type CreateInvoice = z.input<typeof CreateInvoice>;

export const UpdateInvoice = z.strictObject({
  invoiceId: z.uuid(),
  version: z.number().int().positive().optional(),
  changes: InvoiceChanges,
});

export const InvoiceId = z.strictObject({ invoiceId: z.uuid() });
export const IssueInvoice = z.strictObject({
  invoiceId: z.uuid(),
  version: z.number().int().positive().optional(),
});

export const SendInvoice = z.strictObject({
  invoiceId: z.uuid(),
  to: z.string().trim().max(254).pipe(z.email()),
  message: text(5_000).default(""),
  /** One letter a key, whatever is repeated. */
  key: z.string().min(8).max(200),
});
export type SendInvoice = z.input<typeof SendInvoice>;

export const RecordPayment = z.strictObject({
  invoiceId: z.uuid(),
  /** Absent: all that is left. */
  amountMinor: amountMinor.min(1).optional(),
  paidAt: z.date().optional(),
  note: optionalText(500).optional(),
});
export type RecordPayment = z.input<typeof RecordPayment>;
export const RemovePayment = z.strictObject({ invoiceId: z.uuid(), paymentId: z.uuid() });

export const VoidInvoice = z.strictObject({ invoiceId: z.uuid(), reason: requiredText(500) });

export const ListInvoices = z.strictObject({
  status: z.enum(invoiceStatuses).optional(),
  dealId: z.uuid().optional(),
  search: text(200).default(""),
  cursor: z.number().int().min(0).max(100_000).default(0),
  limit: z.number().int().min(1).max(100).default(40),
});
export type ListInvoices = z.input<typeof ListInvoices>;

export const SumInvoices = z.strictObject(narrowing);

/** What invoices of one currency come to; void ones owe nothing and count for nothing. */
export type InvoiceSum = { currency: string; totalMinor: number; leftMinor: number };

/** A line of the list. */
export type InvoiceRow = Pick<
  Invoice,
  | "id"
  | "number"
  | "status"
  | "dealId"
  | "ownerId"
  | "issuedAt"
  | "dueAt"
  | "currency"
  | "totalMinor"
  | "paidMinor"
  | "createdAt"
> & { buyerName: string };

export type InvoiceSettings = {
  seller: Requisites;
  numberPattern: string;
  dueDays: number;
  note: string | null;
  /** The number the next invoice of this year gets, ahead of the pattern. */
  nextNumber: number;
  /** Where payment systems report to, and whether a secret has been made. */
  webhookUrl: string;
  hasWebhookSecret: boolean;
};

export const SaveInvoiceSettings = z.strictObject({
  seller: Requisites,
  numberPattern: requiredText(40).refine(isNumberPattern, { params: { code: "invalid" } }),
  dueDays: z.number().int().min(0).max(365),
  note: optionalText(2_000),
  /** Higher than every number given this year. */
  nextNumber: z.number().int().min(1).max(99_999_999).optional(),
});
export type SaveInvoiceSettings = z.input<typeof SaveInvoiceSettings>;

/** What a payment system reports, signed as Standard Webhooks say; `invoice` is a number or an id. */
export const PaymentReport = z.object({
  type: z.literal("payment.succeeded"),
  data: z.object({
    invoice: requiredText(100),
    amountMinor: amountMinor.min(1),
    currency,
    paidAt: z.iso.datetime({ offset: true }).optional(),
    note: optionalText(500).optional(),
  }),
});
