import type { ReactNode } from "react";
import { LogoMark } from "./logo";

type LostPageProps = { title: string; text: string; note?: string | null; children: ReactNode };

/** A whole page that says one thing: not found, or broken. */
export function LostPage({ title, text, note, children }: LostPageProps) {
  return (
    <main className="grid min-h-dvh place-items-center px-6 py-10">
      <div className="flex max-w-md flex-col items-start gap-4">
        <LogoMark className="size-10" />
        <h1 className="text-3xl font-bold tracking-tight text-balance">{title}</h1>
        <p className="text-lg text-pretty text-ink-muted">{text}</p>
        <div className="flex flex-wrap gap-2">{children}</div>
        {note && <p className="tabular text-sm text-ink-faint">{note}</p>}
      </div>
    </main>
  );
}
