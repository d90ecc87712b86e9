export { createView } from "./create-view";
export { deleteView } from "./delete-view";
export { listViews } from "./list-views";
export { reorderViews } from "./reorder-views";
export { setDefaultView } from "./set-default-view";
export { updateView } from "./update-view";
