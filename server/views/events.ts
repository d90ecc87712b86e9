import { defineEvent } from "@/server/platform";

type About = { entity: string; name: string };

export const viewCreated = defineEvent<About & { shared: boolean }>("view.created", "view");
export const viewUpdated = defineEvent<About & { changed: string[] }>("view.updated", "view");
export const viewDeleted = defineEvent<About>("view.deleted", "view");
export const viewsReordered = defineEvent<{ entity: string }>("view.reordered", "view");
