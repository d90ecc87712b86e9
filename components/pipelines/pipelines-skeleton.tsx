import { Skeleton } from "@/components/ui/skeleton";

/** The editor's shape while it loads. */
export function PipelinesSkeleton() {
  return (
    <div className="flex max-w-5xl gap-6 max-md:flex-col">
      <div className="flex flex-col gap-2 md:w-56">
        <Skeleton className="h-12" />
        <Skeleton className="h-12 max-md:hidden" />
      </div>
      <div className="flex flex-1 flex-col gap-2">
        <Skeleton className="mb-3 h-6 w-48" />
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} className="h-10" />
        ))}
      </div>
    </div>
  );
}
