import { TRPCClientError } from "@trpc/client";
import type { FileInfo } from "@/server/files/contract";
import { readWire } from "@/server/platform/wire";

/** Where a file goes: to a record, into a form not saved yet (null), or on top of another as its next version. */
export type Destination = { recordId: string | null } | { fileId: string };

type Sending = {
  slug: string;
  file: File;
  to: Destination;
  /** How many bytes have gone out. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
};

/** Sends a file and answers what became of it. @throws as a call of the API, or an AbortError */
export function sendFile({ slug, file, to, onProgress, signal }: Sending): Promise<FileInfo> {
  const query = new URLSearchParams(destined(to));
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(aborted());
    // fetch does not say how far a body has come.
    const request = new XMLHttpRequest();
    request.open("POST", `/api/files?${query}`);
    request.setRequestHeader("x-organization", slug);
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name.toWellFormed()));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => {
      if (request.status === 200) resolve(readWire<FileInfo>(request.responseText));
      else reject(refusedBy(request.responseText));
    };
    request.onerror = () => reject(new TRPCClientError("No connection"));
    request.onabort = () => reject(aborted());
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** Whether this is what a cancelled upload ends with. */
export function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

function destined(to: Destination): Record<string, string> {
  if ("fileId" in to) return { file: to.fileId };
  return to.recordId === null ? {} : { record: to.recordId };
}

function aborted(): DOMException {
  return new DOMException("The upload was cancelled", "AbortError");
}

// What is refused is said in the shape of the rest of the API, so that it is put into words in one place.
function refusedBy(text: string): Error {
  try {
    const { error } = JSON.parse(text) as { error: { message: string; data: object } };
    return TRPCClientError.from({ error: { code: -32600, ...error } });
  } catch {
    return new TRPCClientError("No answer");
  }
}
