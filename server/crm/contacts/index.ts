export { addContactPoints } from "./add-contact-points";
export { contactType } from "./contact-type";
export { createContact } from "./create-contact";
export { contactFields } from "./fields";
export { insertContacts, type NewContact, overwriteContacts } from "./import-contacts";
export { assertContact, findContacts, getContact } from "./queries";
export { contactsReachedBy, type Reached } from "./reached-by";
export { updateContact } from "./update-contact";
