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

export const operations = [
  "deal.view",
  "deal.create",
  "deal.edit",
  "deal.move",
  "deal.delete",
  "contact.view",
  "contact.edit",
  "pipeline.edit",
  "automation.view",
  "automation.edit",
  "member.view",
  "member.invite",
  "member.edit",
  "organization.edit",
] as const;
export type Operation = (typeof operations)[number];

type Row = Partial<Record<Operation, Scope>>;

const everything = Object.fromEntries(operations.map((operation) => [operation, "all"])) as Record<
  Operation,
  Scope
>;

const seller: Row = {
  "deal.view": "own",
  "deal.create": "own",
  "deal.edit": "own",
  "deal.move": "own",
  "contact.view": "all",
  "contact.edit": "all",
  "automation.view": "all",
  "member.view": "all",
};

/** What each role may do, and on whose records; an absent operation is refused. */
export const permissionTable: Record<Role, Row> = {
  owner: everything,
  admin: everything,
  head_of_sales: {
    ...everything,
    "member.edit": undefined,
    "organization.edit": undefined,
  },
  team_lead: {
    ...seller,
    "deal.view": "team",
    "deal.create": "team",
    "deal.edit": "team",
    "deal.move": "team",
    "deal.delete": "team",
  },
  sales: seller,
  marketer: {
    "deal.view": "all",
    "contact.view": "all",
    "contact.edit": "all",
    "automation.view": "all",
    "member.view": "all",
  },
  observer: { "deal.view": "all", "contact.view": "all", "automation.view": "all", "member.view": "all" },
};

/** The scope a role has for an operation; null when it has none. */
export function scopeOf(role: Role, operation: Operation): Scope | null {
  return permissionTable[role][operation] ?? null;
}
