import type { Filter } from "@/server/filter";
import type { Context, Membership } from "./context";
import { AppError } from "./errors";
import { type Entity, entities, type Operation, operations, type Scope, scopeOf } from "./permissions";

/** What `authorize` needs of a record; a record nobody owns is within "all" only. */
export type Owned = { ownerId: string | null };

// An assignee can always work on their own record, whatever their role says about others'.
const assigneeMay: ReadonlySet<Operation> = new Set(
  operations.filter((operation) => isRecords(operation) && /\.(view|edit|move)$/.test(operation)),
);

/**
 * May the actor do this, here? Robots and the system may: what they do was allowed when it was set up.
 * @throws NOT_FOUND when the record may not even be seen, FORBIDDEN otherwise
 */
export function authorize(ctx: Context, operation: Operation, record?: Owned): void {
  if (!ctx.member) return;
  if (may(ctx.member, operation, record)) return;
  const view = `${operation.split(".")[0]}.view` as Operation;
  const hidden = record !== undefined && !may(ctx.member, view, record);
  throw new AppError(hidden ? "NOT_FOUND" : "FORBIDDEN");
}

/** The same question as data, for menus and buttons. */
export function may(member: Membership, operation: Operation, record?: Owned): boolean {
  if (member.within && !member.within.has(operation)) return false;
  if (record?.ownerId === member.id && assigneeMay.has(operation)) return true;
  const scope = scopeOf(member.role, operation);
  if (!scope) return false;
  return record === undefined || within(member, scope, record);
}

function within(member: Membership, scope: Scope, record: Owned): boolean {
  if (scope === "all") return true;
  if (record.ownerId === null) return false;
  if (record.ownerId === member.id) return true;
  return scope === "team" && member.teamMemberIds.includes(record.ownerId);
}

/**
 * The records of an entity the actor may see, or do something else to, as a filter over the field `ownerId`. Their own
 * are among them always, nobody's with the scope "all" only.
 */
export function visibility(
  ctx: Context,
  entity: Entity,
  action: "view" | "export" | "delete" = "view",
): Filter {
  const everything: Filter = { and: [] };
  if (!ctx.member) return everything;
  if (ctx.member.within && !ctx.member.within.has(`${entity}.view`)) return { or: [] };
  const scope = scopeOf(ctx.member.role, `${entity}.${action}`);
  if (scope === "all") return everything;
  const owners = scope === "team" ? [ctx.member.id, ...ctx.member.teamMemberIds] : [ctx.member.id];
  return { field: "ownerId", operator: "in", value: owners };
}

function isRecords(operation: Operation): boolean {
  return entities.some((entity) => operation.startsWith(`${entity}.`));
}
