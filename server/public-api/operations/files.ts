import { Readable } from "node:stream";
import { z } from "zod";
import { type AnyRecordType, getRecord } from "@/server/crm/registry";
import * as files from "@/server/files";
import { RenameFile } from "@/server/files/contract";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { instant, list, pascal } from "../schemas";

const group = "files";
const read = "files:read";
const write = "files:write";

const VersionSchema = z
  .object({
    number: z.number().int(),
    size: z.number().int(),
    mediaType: z.string(),
    uploadedBy: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: "FileVersion" });

const FileSchema = z
  .object({ id: z.uuid(), name: z.string(), createdAt: instant, versions: z.array(VersionSchema) })
  .meta({ id: "File" });

const named = RenameFile.pick({ name: true });
const upload = { group, scope: write, query: named, body: "bytes", output: FileSchema } as const;

/** The files of a record. */
export function recordFiles({ entity }: AnyRecordType): ApiOperation[] {
  const path = `/${plurals[entity]}/{id}/files`;
  return [
    defineOperation({
      ...{ id: `listFilesOf${pascal(entity)}`, method: "GET", path, group, scope: read },
      summary: { en: "A record’s files with their versions", ru: "Файлы записи и их версии" },
      output: list(FileSchema),
      async verb(ctx, { params: { id = "" } }) {
        await getRecord(ctx, { entity, id });
        return { items: await files.listFiles(ctx, { recordId: id }) };
      },
    }),
    defineOperation({
      ...{ ...upload, id: `uploadFileTo${pascal(entity)}`, method: "POST", path, status: 201 },
      summary: { en: "Upload a file: its bytes as they are", ru: "Загрузить файл: тело запроса — его байты" },
      outward: true,
      async verb(ctx, { params: { id = "" }, query, body }) {
        await getRecord(ctx, { entity, id });
        return files.addFile(ctx, { ...query, recordId: id }, body);
      },
    }),
  ];
}

export const fileOperations = [
  defineOperation({
    ...{ ...upload, id: "uploadFile", method: "POST", path: "/files", status: 201 },
    summary: {
      en: "Upload a file that a field of a record will take",
      ru: "Загрузить файл для поля будущей записи",
    },
    outward: true,
    verb: (ctx, { query, body }) => files.addFile(ctx, { ...query, recordId: null }, body),
  }),
  defineOperation({
    ...{ id: "downloadFile", method: "GET", path: "/files/{id}/content", group, scope: read },
    summary: {
      en: "A file’s bytes, the newest version’s",
      ru: "Содержимое файла, по умолчанию новой версии",
    },
    query: z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    output: "bytes",
    async verb(ctx, { params: { id = "" }, query: { version } }) {
      const opened = await files.openVersion(ctx, { fileId: id, number: version ?? "newest" });
      return new Response(Readable.toWeb(opened.bytes) as ReadableStream, {
        headers: files.headersOf(opened, { save: true }),
      });
    },
  }),
  defineOperation({
    ...{ id: "uploadFileVersion", method: "POST", path: "/files/{id}/versions", group, scope: write },
    summary: { en: "Upload the next version", ru: "Загрузить новую версию" },
    ...{ body: "bytes", output: FileSchema, status: 201, outward: true },
    verb: (ctx, { params: { id = "" }, body }) => files.addVersion(ctx, { fileId: id }, body),
  }),
  defineOperation({
    ...{ id: "renameFile", method: "PATCH", path: "/files/{id}", group, scope: write, output: null },
    summary: { en: "Rename a file", ru: "Переименовать файл" },
    body: named,
    verb: (ctx, { params: { id = "" }, body }) => files.renameFile(ctx, { ...body, fileId: id }),
  }),
  defineOperation({
    ...{ id: "removeFile", method: "DELETE", path: "/files/{id}", group, scope: write, output: null },
    summary: { en: "Remove a file", ru: "Удалить файл" },
    verb: (ctx, { params: { id = "" } }) => files.removeFile(ctx, { fileId: id }),
  }),
  defineOperation({
    ...{ id: "restoreFile", method: "POST", path: "/files/{id}/restore", group, scope: write, output: null },
    summary: { en: "Bring a removed file back", ru: "Вернуть удалённый файл" },
    verb: (ctx, { params: { id = "" } }) => files.restoreFile(ctx, { fileId: id }),
  }),
];
