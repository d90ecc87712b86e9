"use client";

import { Maximize2 } from "lucide-react";
import type { ReactNode } from "react";
import { recordHref } from "@/components/record-page/kinds";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Tooltip } from "@/components/ui/tooltip";
import { useWorkspace } from "@/components/workspace/workspace";
import type { StagedEntity } from "@/server/platform/permissions";
import { useOpenCard } from "./use-board-filters";

type CardSheetProps = {
  entity: StagedEntity;
  body: (id: string, onClose: () => void) => ReactNode;
};

/** The card of the record named in the address, over whatever is behind it. */
export function CardSheet({ entity, body }: CardSheetProps) {
  const [id, setId] = useOpenCard(entity);
  const close = () => void setId(null);
  return (
    <Sheet open={id !== null} onOpenChange={(open) => !open && close()}>
      {id && body(id, close)}
    </Sheet>
  );
}

type CardSheetBodyProps = {
  entity: StagedEntity;
  id: string;
  title: ReactNode;
  openPage: string;
  /** What can be done with the record; nothing until it is read. */
  menu: ReactNode;
  children: ReactNode;
};

/** The sheet's head, with the way to the record's own page, and what is under it. */
export function CardSheetBody({ entity, id, title, openPage, menu, children }: CardSheetBodyProps) {
  const { slug } = useWorkspace();
  return (
    <SheetContent
      size="lg"
      title={title}
      actions={
        <>
          <Tooltip label={openPage}>
            <Button asChild variant="ghost" size="icon-sm">
              <Link href={recordHref(slug, { entity, id }) ?? ""} aria-label={openPage}>
                <Maximize2 />
              </Link>
            </Button>
          </Tooltip>
          {menu}
        </>
      }
    >
      {children}
    </SheetContent>
  );
}
