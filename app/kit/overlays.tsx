"use client";

import { Copy, Trash2 } from "lucide-react";
import { useLocale } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { samples } from "./samples";

/** Everything that opens over the page. */
export function Overlays() {
  const s = samples(useLocale());
  const [asking, setAsking] = useState(false);
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title="Overlays" className="mb-0" />
      <div className="flex flex-wrap gap-2">
        <Dialog>
          <DialogTrigger asChild>
            <Button>Dialog</Button>
          </DialogTrigger>
          <DialogContent
            title={s.newDeal}
            description={s.hint}
            footer={<Button variant="primary">{s.save}</Button>}
          >
            <Field label={s.title} required>
              <Input />
            </Field>
          </DialogContent>
        </Dialog>
        <Button onClick={() => setAsking(true)}>Confirm</Button>
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={`${s.remove}?`}
          text={s.removeText}
          confirmLabel={s.remove}
          onConfirm={() => setAsking(false)}
          danger
        />
        <Sheet>
          <SheetTrigger asChild>
            <Button>Sheet</Button>
          </SheetTrigger>
          <SheetContent title={s.rows[0]} description={s.company}>
            {s.emptyText}
          </SheetContent>
        </Sheet>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button>Menu</Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent>
            <DropdownMenuItem>
              <Copy />
              {s.more}
            </DropdownMenuItem>
            <DropdownMenuItem variant="danger">
              <Trash2 />
              {s.remove}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
        <Tooltip label={s.hint} shortcut="g d">
          <Button>Tooltip</Button>
        </Tooltip>
        <Button onClick={() => toast.success(s.moved, { undo: () => toast.info(s.later) })}>Toast</Button>
        <Button onClick={() => toast.error(s.failed, { text: s.warning })}>Toast: error</Button>
      </div>
      <Tabs defaultValue="deals">
        <TabsList>
          <TabsTrigger value="deals">{s.deals}</TabsTrigger>
          <TabsTrigger value="robots">{s.automation}</TabsTrigger>
          <TabsTrigger value="no" disabled>
            {s.disabled}
          </TabsTrigger>
        </TabsList>
        <TabsContent value="deals">{s.hint}</TabsContent>
        <TabsContent value="robots">{s.warning}</TabsContent>
      </Tabs>
    </Card>
  );
}
