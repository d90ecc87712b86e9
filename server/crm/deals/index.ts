export { board, column } from "./board";
export { createDeal } from "./create-deal";
export { deleteDeal, restoreDeal } from "./delete-deal";
export { dealFields, readDealField } from "./fields";
export { getDeal } from "./get-deal";
export { listDeals } from "./list-deals";
export { moveDeal } from "./move-deal";
export { updateDeal } from "./update-deal";
