import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type PanelProps = { title: ReactNode; text?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A titled part of a run's page. */
export function Panel({ title, text, actions, children }: PanelProps) {
  return (
    <Card>
      <div className="mb-3 flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold">{title}</h2>
          {text && <p className="break-all text-ink-muted">{text}</p>}
        </div>
        {actions}
      </div>
      {children}
    </Card>
  );
}
