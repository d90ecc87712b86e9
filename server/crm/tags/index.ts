export { changeTag } from "./change-tag";
export { createTag } from "./create-tag";
export { listTags } from "./queries";
export { deleteTag, mergeTags } from "./remove-tag";
