export { addComment, editComment, removeComment } from "./comments";
export { mentionable } from "./mentions";
