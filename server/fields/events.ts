import { defineEvent } from "@/server/platform";

type About = { entity: string; key: string; label: string };

export const fieldCreated = defineEvent<About & { type: string }>("field.created", "field");
export const fieldUpdated = defineEvent<About & { changed: string[] }>("field.updated", "field");
export const fieldsReordered = defineEvent<{ entity: string }>("field.reordered", "field");
export const fieldArchived = defineEvent<About>("field.archived", "field");
export const fieldRestored = defineEvent<About>("field.restored", "field");
