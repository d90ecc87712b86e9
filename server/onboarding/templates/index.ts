import type { Industry } from "../contract";
import type { IndustryTemplate } from "../template";
import { agency } from "./agency";
import { b2bServices } from "./b2b-services";
import { blank } from "./blank";
import { construction } from "./construction";
import { onlineShop } from "./online-shop";

/** One file an industry. */
export const templates: Record<Industry, IndustryTemplate> = {
  b2b_services: b2bServices,
  online_shop: onlineShop,
  agency,
  construction,
  blank,
};
