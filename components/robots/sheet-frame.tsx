"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { SheetContent } from "@/components/ui/sheet";

type SheetFrameProps = {
  title: string;
  description?: string;
  onBack?: () => void;
  footer?: ReactNode;
  children: ReactNode;
};

/** A view of the robots' sheet, with the way back to the one before. */
export function SheetFrame({ title, description, onBack, footer, children }: SheetFrameProps) {
  const t = useTranslations("robots.sheet");
  return (
    <SheetContent
      size="lg"
      title={
        <span className="flex items-center gap-2">
          {onBack && (
            <Button
              variant="ghost"
              size="icon-sm"
              className="-ml-1.5"
              aria-label={t("back")}
              onClick={onBack}
            >
              <ArrowLeft />
            </Button>
          )}
          <span className="min-w-0 truncate">{title}</span>
        </span>
      }
      description={description}
      footer={footer}
    >
      {children}
    </SheetContent>
  );
}
