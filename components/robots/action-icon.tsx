import {
  ArrowRightLeft,
  Bell,
  Bot,
  Globe,
  ListChecks,
  type LucideIcon,
  Mail,
  PencilLine,
  ReceiptText,
} from "lucide-react";
import { cn } from "@/components/ui/cn";

/** Icons by the name an action gives; an unknown one gets the robot. */
const icons: Readonly<Record<string, LucideIcon>> = {
  "arrow-right-left": ArrowRightLeft,
  bell: Bell,
  globe: Globe,
  "list-checks": ListChecks,
  mail: Mail,
  "pencil-line": PencilLine,
  "receipt-text": ReceiptText,
};

/** An action's sign on a tile. */
export function ActionIcon({ icon, className }: { icon: string | undefined; className?: string }) {
  const Icon = icons[icon ?? ""] ?? Bot;
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-8 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-text [&_svg]:size-4",
        className,
      )}
    >
      <Icon />
    </span>
  );
}
