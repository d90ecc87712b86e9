import { z } from "zod";
import { optionalText } from "@/server/platform/text";

export const deliveryStatuses = ["waiting", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Stands for every event there is and will be. */
export const everyEvent = "*";

const fields = {
  url: z.string().trim().min(1).max(2_000),
  events: z.array(z.string().max(60)).min(1).max(200),
  description: optionalText(200),
};

export const CreateEndpoint = z.strictObject({ ...fields, description: fields.description.optional() });
export type CreateEndpoint = z.input<typeof CreateEndpoint>;

export const UpdateEndpoint = z.strictObject({
  endpointId: z.uuid(),
  changes: z.strictObject({ ...fields, active: z.boolean() }).partial(),
});
export type UpdateEndpoint = z.input<typeof UpdateEndpoint>;

export const EndpointId = z.strictObject({ endpointId: z.uuid() });
export type EndpointId = z.output<typeof EndpointId>;

export const ListDeliveries = z.strictObject({
  endpointId: z.uuid(),
  status: z.enum(deliveryStatuses).optional(),
  cursor: z.strictObject({ createdAt: z.date(), id: z.uuid() }).nullish(),
  limit: z.number().int().min(1).max(100).default(30),
});
export type ListDeliveries = z.input<typeof ListDeliveries>;

export const DeliveryId = z.strictObject({ deliveryId: z.uuid() });
export type DeliveryId = z.output<typeof DeliveryId>;

/** Everything that failed since then. */
export const ReplaySince = z.strictObject({ endpointId: z.uuid(), since: z.date() });
export type ReplaySince = z.output<typeof ReplaySince>;

export type Endpoint = {
  id: string;
  url: string;
  description: string | null;
  events: string[];
  failingSince: Date | null;
  disabledAt: Date | null;
  disabledWhy: "by_hand" | "failing" | null;
  createdAt: Date;
};

export type Delivery = {
  id: string;
  endpointId: string;
  eventId: string | null;
  type: string;
  status: DeliveryStatus;
  attempts: number;
  nextAt: Date | null;
  createdAt: Date;
  settledAt: Date | null;
};

export type Attempt = {
  id: string;
  status: number | null;
  reason: string | null;
  excerpt: string | null;
  ms: number;
  at: Date;
};
