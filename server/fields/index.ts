export { archiveCustomField, restoreCustomField } from "./archive-field";
export { arrangeFields } from "./arrange-fields";
export { assertList } from "./assert-list";
export { catalog, catalogOf, isCustomKey } from "./catalog";
export { checkFormula } from "./check-formula";
export { createCustomField } from "./create-field";
export { customFields, forgetFields, heldFields } from "./custom-fields";
export {
  columnOf,
  comparable,
  defineFields,
  type Field,
  facetOf,
  isBlank,
  isMoney,
} from "./define-field";
export {
  columnNamed,
  declarationOf,
  declareEntity,
  type EntityDeclaration,
  type RecordTable,
} from "./entities";
export { keepFiles } from "./file-values";
export { clockOf, lookupOf, resolveFilter, resolveWith } from "./filter-fields";
export { type Computed, formulaName } from "./formula";
export { getFieldLayout } from "./get-layout";
export { type InList, listOf, ofList } from "./in-list";
export { listFields } from "./list-fields";
export { nameOfValue } from "./name-of-value";
export { slotsToday } from "./slots-today";
export { forgetTags, ownFields, tagsKey } from "./tags-field";
export { updateCustomField } from "./update-field";
export {
  type CustomChanges,
  type CustomReader,
  customReader,
  isThere,
  readCustom,
  readNewCustom,
} from "./write-custom";
