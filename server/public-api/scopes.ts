import { entities, type Operation, operations } from "@/server/platform";
import { type ApiScope, plurals } from "./contract";

const others: Partial<Record<ApiScope, readonly Operation[]>> = {
  "pipelines:write": ["pipeline.edit"],
  "fields:write": ["fields.edit"],
  "tags:write": ["fields.edit"],
  "currencies:write": ["organization.edit"],
  "members:read": ["member.view"],
  "events:read": ["integrations.edit"],
  "webhooks:write": ["integrations.edit"],
};

/** What a key with these scopes may do at most; its member's role decides what of that it does. */
export function operationsWithin(scopes: readonly string[]): ReadonlySet<Operation> {
  const allowed = entities.flatMap((entity) => {
    if (scopes.includes(`${plurals[entity]}:write`))
      return operations.filter((operation) => operation.startsWith(`${entity}.`));
    return scopes.includes(`${plurals[entity]}:read`) ? [`${entity}.view` as const] : [];
  });
  const general = Object.entries(others).flatMap(([scope, given]) => (scopes.includes(scope) ? given : []));
  return new Set([...allowed, ...general]);
}

/** Writing includes reading. */
export function hasScope(scopes: readonly string[], wanted: ApiScope): boolean {
  return scopes.includes(wanted) || scopes.includes(wanted.replace(/:read$/, ":write"));
}
