import { cn } from "@/components/ui/cn";

/** Three faders of a mixing desk, which are also three columns of a board. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn("size-7 shrink-0", className)}>
      <rect width="32" height="32" rx="8" fill="#0b6b58" />
      <path
        d="M9 7v18M16 7v18M23 7v18"
        stroke="#fff"
        strokeOpacity=".4"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <rect x="6" y="17" width="6" height="4" rx="1.5" fill="#fff" />
      <rect x="13" y="9" width="6" height="4" rx="1.5" fill="#fff" />
      <rect x="20" y="13" width="6" height="4" rx="1.5" fill="#fff" />
    </svg>
  );
}

/** The mark with the name beside it. */
export function Logo({ name, className }: { name: string; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-xl font-bold tracking-tight", className)}>
      <LogoMark />
      {name}
    </span>
  );
}
