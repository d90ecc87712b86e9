"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Refusal } from "@/server/platform/errors";
import type { RowsAre } from "./use-rows-are";

export type Upload = { name: string; share: number };

/** Sends a file to be imported and opens its page; `upload` tells how far it is. */
export function useUpload() {
  const t = useTranslations("transfer");
  const say = useFaults();
  const router = useRouter();
  const { slug } = useWorkspace();
  const [upload, setUpload] = useState<Upload | null>(null);

  const send = async (file: File, rowsAre: RowsAre) => {
    setUpload({ name: file.name, share: 0 });
    const query = new URLSearchParams({ name: file.name, ...rowsAre });
    const answer = await post(`/api/import/${slug}?${query}`, file, (share) =>
      setUpload({ name: file.name, share }),
    );
    setUpload(null);
    if (answer?.importId) router.push(`/${slug}/import/${answer.importId}`);
    else toast.error(answer?.refusal ? say(answer.refusal) : t("upload.failed"));
  };
  return { upload, send };
}

/** Words for what is wrong with a file. */
export function useFaults() {
  const t = useTranslations();
  type Key = Parameters<typeof t.has>[0];
  return ({ code, data }: Pick<Refusal, "code" | "data">): string => {
    const keys = [`transfer.faults.${String(data.fault ?? code)}`, `errors.${code}`];
    // Codes come from the server, so their texts are looked up by a name no type can vouch for.
    const key = keys.find((one) => t.has(one as Key));
    return key ? t(key as Key) : t("errors.INTERNAL");
  };
}

type Answer = { importId?: string; refusal?: Refusal };

// fetch tells nothing of an upload's progress.
function post(url: string, file: File, onProgress: (share: number) => void): Promise<Answer | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener("load", () => resolve(request.response as Answer | null));
    request.addEventListener("error", () => resolve(null));
    request.send(file);
  });
}
