import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A grey shape where content will come; size it like the content. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="skeleton"
      aria-hidden
      className={cn("h-4 animate-pulse rounded-md bg-ink/9", className)}
      {...props}
    />
  );
}

/** Lines of a list to come. */
export function SkeletonRows({ rows = 5, className }: { rows?: number; className?: string }) {
  return (
    <div className={cn("flex flex-col gap-3", className)}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center gap-3">
          <Skeleton className="size-6 rounded-full" />
          <Skeleton className="flex-1" style={{ maxWidth: `${70 - ((index * 17) % 40)}%` }} />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
