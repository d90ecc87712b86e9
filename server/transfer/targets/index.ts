import type { Importable } from "../contract";
import { companyTarget } from "./company";
import { contactTarget } from "./contact";
import { dealTarget } from "./deal";
import type { Target } from "./target";

/** What can be imported. A new kind of record is a file and a line here, and a name in the contract. */
export const targets: Record<Importable, Target> = {
  deal: dealTarget,
  contact: contactTarget,
  company: companyTarget,
};
