import type { ListField } from "./use-list-fields";

/** The columns of a list in their order; widths in CSS pixels. The title's column opens the record. */
export type Columns = readonly { field: ListField; width: number; isTitle: boolean }[];
