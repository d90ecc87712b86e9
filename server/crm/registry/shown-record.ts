import type { RecordData } from "@/server/crm/records/contract";
import { isCustomKey } from "@/server/fields";

export type ShownRecord = {
  id: string;
  entity: string;
  title: string;
  version: number;
  custom: Record<string, unknown>;
} & Record<string, unknown>;

/** A record as other programs see it: declared fields by their keys, the organization's own ones under `custom`. */
export function shownRecord({ id, entity, title, version, values }: RecordData): ShownRecord {
  const entries = Object.entries(values);
  const own = entries.filter(([key]) => !isCustomKey(key));
  const custom = entries.filter(([key]) => isCustomKey(key));
  return { ...Object.fromEntries(own), id, entity, title, version, custom: Object.fromEntries(custom) };
}
