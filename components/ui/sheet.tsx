"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;
export const SheetClose = Primitive.Close;

const widths = { sm: "md:w-80", md: "md:w-[26rem]", lg: "md:w-[36rem]", xl: "md:w-[52rem]" };

type SheetContentProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons beside the closing cross. */
  actions?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof widths;
  side?: "right" | "left";
  className?: string;
  children: ReactNode;
};

/** A panel over the page's side, the whole screen on phones. */
export function SheetContent(props: SheetContentProps) {
  const { title, description, actions, footer, size = "md", side = "right", className, children } = props;
  const t = useTranslations("ui");
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-40 bg-overlay data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=open]:fade-in-0 data-[state=closed]:fade-out-0 duration-150" />
      <Primitive.Content
        data-slot="sheet"
        {...(description ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed inset-y-0 z-40 flex w-full flex-col bg-raised shadow-high outline-none duration-200 data-[state=open]:animate-in data-[state=closed]:animate-out",
          side === "right" &&
            "right-0 data-[state=closed]:slide-out-to-right data-[state=open]:slide-in-from-right",
          side === "left" &&
            "left-0 data-[state=closed]:slide-out-to-left data-[state=open]:slide-in-from-left",
          widths[size],
          className,
        )}
      >
        <div className="flex items-start gap-2 px-5 pt-4 pb-3">
          <div className="min-w-0 flex-1">
            <Primitive.Title className="text-xl font-semibold">{title}</Primitive.Title>
            {description && (
              <Primitive.Description className="mt-0.5 text-ink-muted">{description}</Primitive.Description>
            )}
          </div>
          {actions}
          <Primitive.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label={t("close")} className="-mr-2">
              <X />
            </Button>
          </Primitive.Close>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
        {footer && (
          <div className="flex justify-end gap-2 border-t px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            {footer}
          </div>
        )}
      </Primitive.Content>
    </Primitive.Portal>
  );
}
