import type { Logger } from "pino";
import type { Operation, Role } from "./permissions";

/** Who acts. A robot's id is the robot's; `system` is Pult itself (onboarding, sweeps). */
export type Actor =
  /** `via` names the API key that acts for the member, `file` the one they brought records in. */
  | { type: "member"; id: string; name: string; via?: string; file?: string }
  | { type: "robot"; id: string; name: string }
  | { type: "system"; id: "pult" };

/** One hop in a chain of automatic changes: what ran, and on what it ran, which stood at the place. */
export type Cause = { runId: string; robotId: string; name: string; recordId: string; place: string };

export type Language = "en" | "ru";

/** A member as the permission table needs them. `teamMemberIds` holds everybody the member leads or sits with. */
export type Membership = {
  id: string;
  userId: string;
  role: Role;
  teamMemberIds: string[];
  /** What an API key narrows its member to; absent: nothing is narrowed. */
  within?: ReadonlySet<Operation>;
};

/** Everything a verb needs to know about its call. Time and ids come from here, never from the globals. */
export type Context = {
  organizationId: string;
  actor: Actor;
  /** Null for robots and the system, which act with the organization's own rights. */
  member: Membership | null;
  language: Language;
  timeZone: string;
  currency: string;
  /** Automatic changes that led here; a person's act starts with none. */
  causes: Cause[];
  requestId: string;
  log: Logger;
  now(): Date;
  newId(): string;
};
