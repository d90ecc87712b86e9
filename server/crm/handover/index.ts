export { belongingsOf } from "./belongings-of";
export { removeMember } from "./remove-member";
