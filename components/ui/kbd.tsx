import { cn } from "./cn";

const names: Record<string, string> = {
  mod: "Ctrl",
  shift: "Shift",
  alt: "Alt",
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

/** A key or a sequence, in the notation of `useShortcut`: "mod+k", "g d". */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span data-slot="kbd" className="inline-flex shrink-0 items-center gap-1 whitespace-nowrap">
      {keys.split(" ").map((stroke, index) => (
        <kbd
          key={`${index}-${stroke}`}
          className={cn(
            "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border bg-sunken px-1 font-sans text-xs font-medium text-ink-muted",
            className,
          )}
        >
          {stroke
            .split("+")
            .map((part) => names[part] ?? part.toUpperCase())
            .join(" ")}
        </kbd>
      ))}
    </span>
  );
}
