import { Skeleton } from "@/components/ui/skeleton";

/** The board's shape while it comes. */
export function BoardSkeleton({ stages }: { stages: number }) {
  return (
    <div aria-busy className="flex min-h-0 flex-1 gap-2.5 overflow-hidden px-6 pt-1 max-md:px-4">
      {Array.from({ length: Math.max(stages, 3) }, (_, column) => (
        <div key={column} className="flex w-70 shrink-0 flex-col gap-1.5 rounded-lg bg-ink/4 p-1.5">
          <Skeleton className="mx-1 mt-1 mb-2 h-8 w-32" />
          {Array.from({ length: 4 - (column % 3) }, (_, card) => (
            <Skeleton key={card} className="h-22 rounded-lg" />
          ))}
        </div>
      ))}
    </div>
  );
}
