"use client";

import { useWorkspace } from "@/components/workspace/workspace";

/** Where a version of a file is had: shown if it may be, or always saved. */
export function useFileAddress() {
  const { slug } = useWorkspace();
  const address = (fileId: string, number: number | "newest") =>
    `/api/files/${fileId}/${number}?workspace=${encodeURIComponent(slug)}`;
  return {
    shown: address,
    saved: (fileId: string, number: number | "newest") => `${address(fileId, number)}&save`,
  };
}
