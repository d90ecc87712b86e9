"use client";

import { CircleCheck, Info, OctagonAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Toaster as SonnerToaster, toast as sonner } from "sonner";
import { Button } from "./button";

type ToastTone = "ok" | "info" | "danger";

type ToastOptions = {
  /** A second line. */
  text?: string;
  /** Given: an Undo button that calls it once and closes the toast. */
  undo?: () => void;
  action?: { label: string; run: () => void };
  /** Milliseconds; long enough to undo by default. */
  duration?: number;
  /** A toast with the same id replaces the one shown. */
  id?: string;
};

/** Short news in the corner: `toast.success("Deal moved", { undo })`. Returns the toast's id. */
export const toast = {
  success: (title: string, options?: ToastOptions) => show("ok", title, options),
  info: (title: string, options?: ToastOptions) => show("info", title, options),
  error: (title: string, options?: ToastOptions) => show("danger", title, options),
  dismiss: (id?: string | number) => sonner.dismiss(id),
};

function show(tone: ToastTone, title: string, options: ToastOptions = {}) {
  const duration = options.duration ?? (tone === "danger" || options.undo ? 8000 : 4000);
  return sonner.custom((id) => <ToastCard id={id} tone={tone} title={title} options={options} />, {
    duration,
    id: options.id,
  });
}

const icons = {
  ok: <CircleCheck className="text-ok dark:text-ok-text" />,
  info: <Info className="text-accent-text" />,
  danger: <OctagonAlert className="text-danger-text" />,
};

type ToastCardProps = { id: string | number; tone: ToastTone; title: string; options: ToastOptions };

function ToastCard({ id, tone, title, options }: ToastCardProps) {
  const t = useTranslations("ui");
  const close = () => sonner.dismiss(id);
  const closing = (run: () => void) => () => {
    close();
    run();
  };
  return (
    <div
      data-slot="toast"
      role={tone === "danger" ? "alert" : "status"}
      className="pointer-events-auto flex w-full items-center gap-2.5 rounded-lg bg-raised py-2 pr-1.5 pl-3 text-ink shadow-high [&>svg]:size-4 [&>svg]:shrink-0"
    >
      {icons[tone]}
      <div className="min-w-0 flex-1 py-0.5 text-base">
        <p className="font-medium">{title}</p>
        {options.text && <p className="text-ink-muted">{options.text}</p>}
      </div>
      {options.action && (
        <Button size="sm" variant="soft" onClick={closing(options.action.run)}>
          {options.action.label}
        </Button>
      )}
      {options.undo && (
        <Button size="sm" variant="soft" onClick={closing(options.undo)}>
          {t("undo")}
        </Button>
      )}
      <Button size="icon-sm" variant="ghost" aria-label={t("close")} onClick={close}>
        <X />
      </Button>
    </div>
  );
}

/** The place where toasts appear; once, in the root layout. */
export function Toaster() {
  const t = useTranslations("ui");
  return (
    <SonnerToaster
      position="bottom-right"
      containerAriaLabel={t("notifications")}
      offset={{ bottom: "var(--toast-lift, 1.5rem)" }}
      mobileOffset={{ bottom: "var(--toast-lift, 4.5rem)" }}
      toastOptions={{ unstyled: true, className: "w-full md:w-96" }}
      style={{ fontFamily: "inherit" }}
    />
  );
}
