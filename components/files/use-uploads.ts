"use client";

import { useRef, useState } from "react";
import { useWorkspace } from "@/components/workspace/workspace";
import type { FileInfo } from "@/server/files/contract";
import { type Destination, isAborted, sendFile } from "./upload";

/** A file on its way, waiting for its turn, or one that did not get through. */
export type UploadState = {
  id: number;
  file: File;
  to: Destination;
  /** Bytes that have gone out. */
  sent: number;
  /** Why it did not get through; null while it may. */
  error: unknown;
};

let lastId = 0;

/**
 * Uploads one after another: a browser has few connections to one server, and the page needs some too.
 * `onDone` is told each file as it arrives.
 */
export function useUploads(onDone: (file: FileInfo) => void) {
  const { slug } = useWorkspace();
  const [uploads, setUploads] = useState<UploadState[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const running = useRef(new Map<number, AbortController>());

  const change = (id: number, news: Partial<UploadState>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...news } : one)));
  const drop = (id: number) => setUploads((all) => all.filter((one) => one.id !== id));

  async function send({ id, file, to }: UploadState, signal: AbortSignal): Promise<void> {
    try {
      const onProgress = (sent: number) => change(id, { sent });
      const arrived = await sendFile({ slug, file, to, onProgress, signal });
      onDone(arrived);
      drop(id);
    } catch (error) {
      if (isAborted(error)) drop(id);
      else change(id, { error });
    } finally {
      running.current.delete(id);
    }
  }

  function enqueue(upload: UploadState): void {
    const controller = new AbortController();
    running.current.set(upload.id, controller);
    turn.current = turn.current.then(() => send(upload, controller.signal));
  }

  return {
    uploads,
    start: (files: readonly File[], to: Destination) => {
      const added = files.map((file) => ({ id: ++lastId, file, to, sent: 0, error: null }));
      setUploads((all) => [...all, ...added]);
      for (const upload of added) enqueue(upload);
    },
    /** Stops one that is on its way, or forgets one that failed. */
    cancel: (id: number) => {
      running.current.get(id)?.abort();
      drop(id);
    },
    retry: (upload: UploadState) => {
      change(upload.id, { error: null, sent: 0 });
      enqueue(upload);
    },
  };
}
