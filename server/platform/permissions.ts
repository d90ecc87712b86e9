export const roles = [
  "owner",
  "admin",
  "head_of_sales",
  "team_lead",
  "sales",
  "marketer",
  "observer",
] as const;
export type Role = (typeof roles)[number];

/** On whose records: one's own, one's team's, or everybody's. */
export type Scope = "own" | "team" | "all";

/** What an organization keeps records of. */
export const entities = ["deal", "lead", "contact", "company", "product", "invoice", "list_item"] as const;
export type Entity = (typeof entities)[number];

/** What stands on stages and is moved through a pipeline. */
export const stagedEntities = ["deal", "lead"] as const satisfies readonly Entity[];
export type StagedEntity = (typeof stagedEntities)[number];

/** What robots work on: what stands on stages, and invoices, which stand on their status. */
export const automatedEntities = [...stagedEntities, "invoice"] as const satisfies readonly Entity[];
export type AutomatedEntity = (typeof automatedEntities)[number];

type RecordAction = "view" | "create" | "edit" | "delete" | "export";
/** Only what stands on a stage is moved. */
type RecordOperation = `${Entity}.${RecordAction}` | `${StagedEntity}.move`;

const recordActions: readonly RecordAction[] = ["view", "create", "edit", "delete", "export"];

/** Does it stand on stages? */
export function isStaged(entity: Entity): entity is StagedEntity {
  return stagedEntities.some((staged) => staged === entity);
}

const recordOperations = entities.flatMap((entity): RecordOperation[] => [
  ...recordActions.map((action) => `${entity}.${action}` as const),
  ...(isStaged(entity) ? [`${entity}.move` as const] : []),
]);

const workspaceOperations = [
  "pipeline.edit",
  "fields.edit",
  "view.share",
  "automation.view",
  "automation.edit",
  "member.view",
  "member.invite",
  "member.edit",
  "organization.edit",
  "integrations.edit",
  "forms.edit",
] as const;

export type Operation = RecordOperation | (typeof workspaceOperations)[number];
export const operations: readonly Operation[] = [...recordOperations, ...workspaceOperations];

type Row = Partial<Record<Operation, Scope>>;

const everything = Object.fromEntries(operations.map((operation) => [operation, "all"])) as Record<
  Operation,
  Scope
>;

/** The same scope for some actions on some entities. */
function grant(scope: Scope, on: readonly Entity[], actions: readonly (RecordAction | "move")[]): Row {
  const pairs = on.flatMap((entity) =>
    actions
      .filter((action) => action !== "move" || isStaged(entity))
      .map((action) => [`${entity}.${action}`, scope] as const),
  );
  return Object.fromEntries(pairs);
}

/** Records a seller answers for. */
const sold = ["deal", "lead", "invoice", "list_item"] as const;
/** Whom one sells to: known to everybody who sells. */
const people = ["contact", "company"] as const;

const lookAround: Row = { "automation.view": "all", "member.view": "all" };

const seller: Row = {
  ...grant("own", sold, ["view", "create", "edit", "move"]),
  ...grant("all", people, ["view", "create", "edit"]),
  ...grant("all", ["product"], ["view"]),
  ...lookAround,
};

/** What each role may do, and on whose records; an absent operation is refused. */
export const permissionTable: Record<Role, Row> = {
  owner: everything,
  admin: everything,
  head_of_sales: {
    ...everything,
    "member.edit": undefined,
    "organization.edit": undefined,
    "integrations.edit": undefined,
  },
  team_lead: {
    ...seller,
    ...grant("team", sold, ["view", "create", "edit", "move", "delete", "export"]),
    ...grant("team", people, ["delete", "export"]),
    "view.share": "all",
  },
  sales: seller,
  marketer: {
    ...grant("all", entities, ["view"]),
    ...grant("all", people, ["create", "edit", "export"]),
    "forms.edit": "all",
    ...lookAround,
  },
  observer: { ...grant("all", entities, ["view"]), ...lookAround },
};

/** The scope a role has for an operation; null when it has none. */
export function scopeOf(role: Role, operation: Operation): Scope | null {
  return permissionTable[role][operation] ?? null;
}
