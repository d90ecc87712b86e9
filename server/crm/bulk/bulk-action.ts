import type { AnyRecordType } from "@/server/crm/registry";
import type { Context, Transaction } from "@/server/platform";

export type Params = Record<string, unknown>;

/** What a bulk action left in the ledger: what the record held, and its version afterwards. */
export type Trace = { before: Record<string, unknown>; version: number };

/** One thing that can be done to many records, and taken back. */
export type BulkAction = {
  operation: "edit" | "delete" | "move";
  /** Refuses the whole job for what no record could take. @throws AppError */
  check?(tx: Transaction, ctx: Context, type: AnyRecordType, params: Params): Promise<void>;
  /** Does it to one record. @throws AppError when it is refused */
  apply(tx: Transaction, ctx: Context, type: AnyRecordType, id: string, params: Params): Promise<Trace>;
  /** Takes it back from a record that is as the action left it. @throws VERSION_CONFLICT when it is not */
  revert(tx: Transaction, ctx: Context, type: AnyRecordType, id: string, trace: Trace): Promise<void>;
};
