import type { ApiInput } from "@/components/api/trpc";
import type { Entity } from "@/server/fields/contract";

/** What the form of a bulk action is given. */
export type BulkDialogProps = {
  entity: Entity;
  /** How many are selected. */
  count: number;
  /** Begins the job; answers whether it was begun. */
  start: (action: ApiInput["bulk"]["start"]["action"]) => Promise<boolean>;
  pending: boolean;
  onClose: () => void;
};
