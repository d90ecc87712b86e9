export { addComment, editComment, insertComments, removeComment } from "./comments";
export { mentionable } from "./mentions";
