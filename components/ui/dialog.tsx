"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Primitive } from "radix-ui";
import { type ComponentProps, createContext, type ReactNode, useContext, useRef } from "react";
import { Drawer } from "vaul";
import { Button } from "./button";
import { cn } from "./cn";
import { useIsPhone } from "./use-media-query";

const PhoneContext = createContext(false);

type DialogProps = { open?: boolean; onOpenChange?: (open: boolean) => void; children: ReactNode };

/** A modal window; on phones the same content is a drawer that can be swiped away. */
export function Dialog(props: DialogProps) {
  const phone = useIsPhone();
  return (
    <PhoneContext value={phone}>
      {phone ? <Drawer.Root repositionInputs={false} {...props} /> : <Primitive.Root {...props} />}
    </PhoneContext>
  );
}

export function DialogTrigger(props: ComponentProps<typeof Primitive.Trigger>) {
  return useContext(PhoneContext) ? <Drawer.Trigger {...props} /> : <Primitive.Trigger {...props} />;
}

export function DialogClose(props: ComponentProps<typeof Primitive.Close>) {
  return useContext(PhoneContext) ? <Drawer.Close {...props} /> : <Primitive.Close {...props} />;
}

const widths = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-2xl", xl: "max-w-4xl" };

type DialogContentProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  size?: keyof typeof widths;
  className?: string;
  /** Finds what is focused first; without it, the first thing that can be. */
  firstFocus?: (dialog: HTMLElement) => HTMLElement | null;
  children?: ReactNode;
};

// A window that nothing of its own opened gives the focus back to whatever had it: a calendar's cell, a row.
function useFocus(find: DialogContentProps["firstFocus"]) {
  const from = useRef<Element | null>(null);
  return {
    onOpenAutoFocus(event: Event) {
      from.current = document.activeElement;
      const dialog = event.target instanceof HTMLElement ? event.target : null;
      const first = dialog && find?.(dialog);
      if (!first) return;
      event.preventDefault();
      first.focus();
    },
    onCloseAutoFocus(event: Event) {
      const { current } = from;
      if (!(current instanceof HTMLElement) || !current.isConnected || current === document.body) return;
      event.preventDefault();
      current.focus();
    },
  };
}

/** The window itself, with a title, a scrolling body and a fixed foot. */
export function DialogContent(props: DialogContentProps) {
  return useContext(PhoneContext) ? <PhoneContent {...props} /> : <DesktopContent {...props} />;
}

const overlay =
  "fixed inset-0 z-50 bg-overlay data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=open]:fade-in-0 data-[state=closed]:fade-out-0 duration-150";

function DesktopContent({
  title,
  description,
  footer,
  size = "md",
  className,
  firstFocus,
  children,
}: DialogContentProps) {
  const t = useTranslations("ui");
  const focus = useFocus(firstFocus);
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlay} />
      <Primitive.Content
        data-slot="dialog"
        {...focus}
        {...(description ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-4rem)] w-[calc(100%-2rem)] -translate-1/2 flex-col rounded-xl bg-raised shadow-high outline-none data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=open]:fade-in-0 data-[state=closed]:fade-out-0 data-[state=open]:zoom-in-97 duration-150",
          widths[size],
          className,
        )}
      >
        <div className="flex items-start gap-4 px-5 pt-4 pb-3">
          <div className="min-w-0 flex-1">
            <Primitive.Title className="text-xl font-semibold">{title}</Primitive.Title>
            {description && (
              <Primitive.Description className="mt-1 text-ink-muted">{description}</Primitive.Description>
            )}
          </div>
          <Primitive.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label={t("close")} className="-mr-2">
              <X />
            </Button>
          </Primitive.Close>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
        {footer && <div className="flex justify-end gap-2 border-t px-5 py-3">{footer}</div>}
      </Primitive.Content>
    </Primitive.Portal>
  );
}

function PhoneContent({ title, description, footer, className, firstFocus, children }: DialogContentProps) {
  const focus = useFocus(firstFocus);
  return (
    <Drawer.Portal>
      <Drawer.Overlay className={overlay} />
      <Drawer.Content
        data-slot="dialog"
        {...focus}
        {...(description ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] shadow-high outline-none",
          className,
        )}
      >
        <div aria-hidden className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-line-strong" />
        <div className="px-4 pt-2 pb-3">
          <Drawer.Title className="text-xl font-semibold">{title}</Drawer.Title>
          {description && (
            <Drawer.Description className="mt-1 text-ink-muted">{description}</Drawer.Description>
          )}
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
        {footer && <div className="flex gap-2 border-t p-4 *:flex-1">{footer}</div>}
      </Drawer.Content>
    </Drawer.Portal>
  );
}
