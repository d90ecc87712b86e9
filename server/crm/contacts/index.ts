export { createContact } from "./create-contact";
export { assertContact, findContacts, getContact } from "./queries";
export { updateContact } from "./update-contact";
