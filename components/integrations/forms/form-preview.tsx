"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Card, CardHeader } from "@/components/ui/card";

/** The form's own page, as it was saved. */
export function FormPreview({ formId, version }: { formId: string; version: number }) {
  const t = useTranslations("integrations.forms");
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(420);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || typeof data !== "object" || data === null) return;
      if ("height" in data && typeof data.height === "number") setHeight(Math.min(data.height, 3_000));
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, []);
  return (
    <Card>
      <CardHeader title={t("preview")} text={t("previewHint")} />
      <iframe
        ref={frame}
        key={version}
        src={`/f/${formId}?embed=1`}
        title={t("preview")}
        className="block w-full max-w-lg rounded-md bg-white"
        style={{ height }}
      />
    </Card>
  );
}
