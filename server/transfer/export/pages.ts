import type { RecordList } from "@/server/crm/records";
import type { Field } from "@/server/fields";
import type { Exportable } from "../contract";

/** Some records, and what their values refer to is called. */
export type Page = RecordList & { names: Record<string, string> };

/** What a file is made of. */
export type Export = {
  entity: Exportable;
  fields: readonly Field[];
  pages: AsyncGenerator<Page>;
  /** What the amounts of a record without a currency of its own are counted in. */
  currencyOf: (values: Record<string, unknown>) => string;
};
