"use client";

import dynamic from "next/dynamic";
import { SkeletonRows } from "@/components/ui/skeleton";

/** A list of records for pages that open as a board: who never looks at the list never fetches it. */
export const LazyRecordList = dynamic(() => import("./record-list").then((file) => file.RecordList), {
  loading: () => <SkeletonRows rows={8} className="px-6 pt-4" />,
});
