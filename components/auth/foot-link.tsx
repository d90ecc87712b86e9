import Link from "next/link";
import type { ReactNode } from "react";

/** A link in the line under a form. */
export function FootLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="font-medium text-accent-text underline-offset-3 hover:underline">
      {children}
    </Link>
  );
}
