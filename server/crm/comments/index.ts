export { addComment, removeComment } from "./comments";
