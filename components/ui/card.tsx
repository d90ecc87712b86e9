import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A surface that groups what belongs together. */
export function Card({ className, ...props }: ComponentProps<"div">) {
  return (
    <div data-slot="card" className={cn("rounded-lg bg-surface p-4 shadow-low", className)} {...props} />
  );
}

/** A card's title with optional text and actions. */
export function CardHeader({
  title,
  text,
  actions,
  className,
}: {
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div data-slot="card-header" className={cn("mb-3 flex items-start gap-3", className)}>
      <div className="min-w-0 flex-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        {text && <p className="text-ink-muted">{text}</p>}
      </div>
      {actions}
    </div>
  );
}
