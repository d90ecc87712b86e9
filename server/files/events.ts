import { defineEvent } from "@/server/platform";

type About = { fileId: string; name: string };

// A file belongs to a record of any kind: recording the event says which.
export const fileAdded = defineEvent<About>("file.added", "deal");
export const fileVersionAdded = defineEvent<About & { number: number }>("file.version_added", "deal");
export const fileRenamed = defineEvent<About & { from: string }>("file.renamed", "deal");
export const fileRemoved = defineEvent<About>("file.removed", "deal");
export const fileRestored = defineEvent<About>("file.restored", "deal");
