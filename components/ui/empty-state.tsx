import type { ReactNode } from "react";
import { cn } from "./cn";

type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** What to do next, not what is missing. */
  text?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** Said in place of a list that has nothing yet. */
export function EmptyState({ icon, title, text, action, className }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn("mx-auto flex max-w-sm flex-col items-center px-6 py-10 text-center", className)}
    >
      {icon && (
        <div
          aria-hidden
          className="mb-3 grid size-11 place-items-center rounded-xl bg-accent-soft text-accent-text [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <h3 className="text-lg font-semibold">{title}</h3>
      {text && <p className="mt-1 text-ink-muted">{text}</p>}
      {action && <div className="mt-4 flex gap-2">{action}</div>}
    </div>
  );
}
