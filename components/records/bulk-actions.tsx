"use client";

import { ArrowRightLeft, PencilLine, Tag, Tags, Trash2, UserRound } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import { BulkChangeDialog, BulkOwnerDialog } from "./bulk-change-dialog";
import type { BulkDialogProps } from "./bulk-dialog-props";
import { BulkMoveDialog } from "./bulk-move-dialog";
import { BulkAddTagsDialog, BulkRemoveTagsDialog } from "./bulk-tags-dialog";
import { BulkTrashDialog } from "./bulk-trash-dialog";

export type BulkActionInfo = {
  /** Names it in `records.bulk.action`. */
  id: "change" | "owner" | "move" | "addTags" | "removeTags" | "trash";
  icon: ReactNode;
  /** Moving is for what stands on stages. */
  operation: "edit" | "delete" | "move";
  danger?: boolean;
  Dialog: ComponentType<BulkDialogProps>;
};

/** What can be done to selected records. A new one is an entry here, and one in `server/crm/bulk/actions.ts`. */
export const bulkActions: readonly BulkActionInfo[] = [
  { id: "move", icon: <ArrowRightLeft />, operation: "move", Dialog: BulkMoveDialog },
  { id: "change", icon: <PencilLine />, operation: "edit", Dialog: BulkChangeDialog },
  { id: "owner", icon: <UserRound />, operation: "edit", Dialog: BulkOwnerDialog },
  { id: "addTags", icon: <Tag />, operation: "edit", Dialog: BulkAddTagsDialog },
  { id: "removeTags", icon: <Tags />, operation: "edit", Dialog: BulkRemoveTagsDialog },
  { id: "trash", icon: <Trash2 />, operation: "delete", danger: true, Dialog: BulkTrashDialog },
];
