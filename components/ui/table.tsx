import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A dense table in its own scrolling box, with a head that stays. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return (
    <div data-slot="table" className="relative min-h-0 w-full overflow-auto rounded-lg bg-surface shadow-low">
      <table className={cn("w-full border-separate border-spacing-0 text-left", className)} {...props} />
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"thead">) {
  return <thead className={cn("sticky top-0 z-10 bg-surface", className)} {...props} />;
}

/** A column's head; `numeric` sets it to the right, as its cells are. */
export function TableHeadCell({
  className,
  numeric,
  ...props
}: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn(
        "h-8 border-b px-3 text-sm font-medium whitespace-nowrap text-ink-muted",
        numeric && "text-right",
        className,
      )}
      {...props}
    />
  );
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      className={cn(
        "group/row hover:bg-ink/3 aria-selected:bg-accent-soft [&:last-child>td]:border-b-0",
        className,
      )}
      {...props}
    />
  );
}

export function TableCell({ className, numeric, ...props }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      className={cn(
        "h-9 border-b px-3 max-md:h-11",
        numeric && "tabular text-right whitespace-nowrap",
        className,
      )}
      {...props}
    />
  );
}
