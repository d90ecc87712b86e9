import { createReadStream } from "node:fs";
import { fileTypeFromFile } from "file-type";
import { log } from "@/server/platform";

export const unknownType = "application/octet-stream";

/** What a browser shows and does not run. SVG is a page with scripts, and is not among them. */
const shown = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"]);

// A picture or a paper that is a page at the same time.
const markup = /<(script|html|body|iframe|!doctype html|svg[\s>])/i;
const longestMark = 16;

export type Media = { mediaType: string; inline: boolean };

/** What a file is by its first bytes, and whether it may be shown: only what is nothing else besides. */
export async function mediaOf(path: string): Promise<Media> {
  const mediaType = await mediaTypeOf(path);
  return { mediaType, inline: shown.has(mediaType) && !(await holdsMarkup(path)) };
}

// Bytes that only begin like a format may break its reader: then they are not of that format.
async function mediaTypeOf(path: string): Promise<string> {
  try {
    return (await fileTypeFromFile(path))?.mime ?? unknownType;
  } catch (err) {
    log.info({ err }, "a file's type cannot be told");
    return unknownType;
  }
}

async function holdsMarkup(path: string): Promise<boolean> {
  let before = "";
  for await (const chunk of createReadStream(path, { encoding: "latin1" })) {
    const text: string = before + chunk;
    if (markup.test(text)) return true;
    before = text.slice(-longestMark);
  }
  return false;
}
