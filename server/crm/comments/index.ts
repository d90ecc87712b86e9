export { addComment, insertComments, removeComment } from "./comments";
