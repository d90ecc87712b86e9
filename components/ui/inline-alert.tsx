import { cva, type VariantProps } from "class-variance-authority";
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const alertVariants = cva(
  "flex items-start gap-2.5 rounded-md px-3 py-2.5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
  {
    variants: {
      tone: {
        info: "bg-accent-soft text-accent-text",
        ok: "bg-ok-soft text-ok-text",
        warn: "bg-warn-soft text-warn-text",
        danger: "bg-danger-soft text-danger-text",
      },
    },
    defaultVariants: { tone: "info" },
  },
);

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: OctagonAlert };

type InlineAlertProps = VariantProps<typeof alertVariants> & {
  title?: ReactNode;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A message in the flow of the page, about what stands beside it. */
export function InlineAlert({ tone, title, action, className, children }: InlineAlertProps) {
  const Icon = icons[tone ?? "info"];
  return (
    <div
      data-slot="inline-alert"
      role={tone === "danger" ? "alert" : "status"}
      className={cn(alertVariants({ tone }), className)}
    >
      <Icon aria-hidden />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={cn(title && "text-ink")}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
