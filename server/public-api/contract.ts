import { z } from "zod";
import { type Entity, entities } from "@/server/platform/permissions";
import { requiredText } from "@/server/platform/text";

/** An entity in addresses and scopes: `/deals`, `deals:read`. */
export const plurals = {
  deal: "deals",
  lead: "leads",
  contact: "contacts",
  company: "companies",
  product: "products",
  invoice: "invoices",
  list_item: "list-items",
} as const satisfies Record<Entity, string>;

type Plural = (typeof plurals)[Entity];

const general = [
  "activities:read",
  "activities:write",
  "comments:write",
  "files:read",
  "files:write",
  "tags:read",
  "tags:write",
  "currencies:write",
  "pipelines:read",
  "pipelines:write",
  "fields:read",
  "fields:write",
  "members:read",
  "events:read",
  "webhooks:write",
] as const;

/** What a key may be used for. Writing includes reading. */
export type ApiScope = `${Plural}:${"read" | "write"}` | (typeof general)[number];

export const apiScopes: readonly ApiScope[] = [
  ...entities.flatMap((entity): ApiScope[] => [`${plurals[entity]}:read`, `${plurals[entity]}:write`]),
  ...general,
];

export const CreateApiKey = z.strictObject({
  name: requiredText(80),
  scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
  /** Null: until it is revoked. */
  expiresInDays: z.number().int().min(1).max(3_650).nullable().default(null),
});
export type CreateApiKey = z.input<typeof CreateApiKey>;

export const ApiKeyId = z.strictObject({ keyId: z.uuid() });

/** A key as the settings show it; its secret is shown once, when it is made. */
export type ApiKeyInfo = {
  id: string;
  name: string;
  prefix: string;
  scopes: ApiScope[];
  memberId: string;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
};
