export { contactType } from "./contact-type";
export { createContact } from "./create-contact";
export { contactFields } from "./fields";
export { insertContacts, type NewContact, overwriteContacts } from "./import-contacts";
export { assertContact, findContacts, getContact } from "./queries";
export { updateContact } from "./update-contact";
