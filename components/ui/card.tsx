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
    <div
      data-slot="card-header"
      className={cn("mb-3 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3", className)}
    >
      <h2 className="text-lg font-semibold">{title}</h2>
      {actions && <div className="flex items-center justify-end gap-2 md:row-span-2">{actions}</div>}
      {/* On a phone the text goes under the actions: beside them it would be a word a line. */}
      {text && (
        <p className={cn("text-ink-muted", actions ? "max-md:col-span-2 max-md:mt-1" : "col-span-2")}>
          {text}
        </p>
      )}
    </div>
  );
}
