"use client";

import { RecordBody } from "./record-body";
import { RecordState } from "./record-state";
import { RecordTags } from "./record-tags";
import { type RecordRef, useRecord } from "./use-record";

/** A record over another screen: what its page has under the header. */
export function RecordView(ref: RecordRef) {
  const query = useRecord(ref);
  return (
    <RecordState query={query}>
      {({ record, names }) => (
        <div className="flex flex-col gap-3">
          <RecordTags record={record} />
          <RecordBody record={record} names={names} />
        </div>
      )}
    </RecordState>
  );
}
