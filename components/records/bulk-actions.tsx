"use client";

import { PencilLine, Trash2, UserRound } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import { BulkChangeDialog, BulkOwnerDialog } from "./bulk-change-dialog";
import type { BulkDialogProps } from "./bulk-dialog-props";
import { BulkTrashDialog } from "./bulk-trash-dialog";

export type BulkActionInfo = {
  /** Names it in `records.bulk.action`. */
  id: "change" | "owner" | "trash";
  icon: ReactNode;
  operation: "edit" | "delete";
  danger?: boolean;
  Dialog: ComponentType<BulkDialogProps>;
};

/** What can be done to selected records. A new one is an entry here, and one in `server/crm/bulk/actions.ts`. */
export const bulkActions: readonly BulkActionInfo[] = [
  { id: "change", icon: <PencilLine />, operation: "edit", Dialog: BulkChangeDialog },
  { id: "owner", icon: <UserRound />, operation: "edit", Dialog: BulkOwnerDialog },
  { id: "trash", icon: <Trash2 />, operation: "delete", danger: true, Dialog: BulkTrashDialog },
];
