import { z } from "zod";

/** So long may a file's name be, its ending included. */
export const longestName = 200;

export const FileId = z.strictObject({ fileId: z.uuid() });
export const RecordFiles = z.strictObject({ recordId: z.uuid() });
/** The name is cleaned by `fileName`, which says what is wrong with it. */
export const RenameFile = z.strictObject({ fileId: z.uuid(), name: z.string().max(1_000) });

/** Where an upload goes: a new file of a record, a new file of a form not saved yet (null), or a file's next version. */
export const Upload = z.union([
  z.strictObject({ recordId: z.uuid().nullable(), name: z.string().max(1_000) }),
  FileId,
]);
export type Upload = z.output<typeof Upload>;

export const VersionRef = z.strictObject({
  fileId: z.uuid(),
  number: z.union([z.literal("newest"), z.coerce.number().int().positive().max(1_000_000)]),
});

/** One upload of a file. */
export type FileVersion = {
  number: number;
  size: number;
  mediaType: string;
  /** Whether a browser may show it on a page of ours. */
  inline: boolean;
  uploadedBy: string | null;
  createdAt: Date;
};

/** A file with all its versions, the newest first. */
export type FileInfo = { id: string; name: string; createdAt: Date; versions: FileVersion[] };
