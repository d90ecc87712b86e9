import type { Importable } from "../contract";
import { companyTarget } from "./company";
import { contactTarget } from "./contact";
import { dealTarget } from "./deal";
import { leadTarget } from "./lead";
import { itemTarget } from "./list-item";
import { productTarget } from "./product";
import type { Target } from "./target";

/** What can be imported. A new kind of record is a file and a line here, and a name in the contract. */
export const targets: Record<Importable, Target> = {
  deal: dealTarget,
  lead: leadTarget,
  contact: contactTarget,
  company: companyTarget,
  product: productTarget,
  list_item: itemTarget,
};
