export { createContact } from "./create-contact";
export { findContacts, getContact } from "./queries";
export { updateContact } from "./update-contact";
