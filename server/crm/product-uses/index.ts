export { productUses } from "./product-uses";
