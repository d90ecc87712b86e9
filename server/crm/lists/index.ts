export { allLists } from "./all-lists";
export { archiveList, renameList, reorderLists, restoreList } from "./change-list";
export { createItem } from "./create-item";
export { createList } from "./create-list";
export { itemFields } from "./fields";
export { assertLiveList, insertItems, itemsByTitle, type NewItem, overwriteItems } from "./import-items";
export { itemType } from "./item-type";
