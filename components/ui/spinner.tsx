import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A turning circle; give `aria-label` where no text beside it says what is awaited. */
export function Spinner({ className, ...props }: ComponentProps<typeof LoaderCircle>) {
  return <LoaderCircle data-slot="spinner" className={cn("size-4 animate-spin", className)} {...props} />;
}
