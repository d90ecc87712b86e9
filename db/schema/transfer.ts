import { sql } from "drizzle-orm";
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  BatchLedger,
  ImportCheck,
  ImportCounts,
  ImportFault,
  ImportMade,
  ImportOptions,
  ImportStatus,
  Mapping,
  Reading,
} from "@/server/transfer/contract";
import { instant, ownRow, stamps, table } from "./_columns";
import { list } from "./crm-lists";
import { record } from "./crm-records";
import { member, organization } from "./identity";

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A file somebody brought, how it is read, and what has become of its rows. */
export const importJob = table(
  "import_job",
  {
    ...ownRow(),
    entity: text().notNull(),
    /** Of list items: the list they come to. */
    listId: uuid(),
    fileName: text().notNull(),
    fileKind: text().$type<"csv" | "xlsx" | "html" | "jsonl">().notNull(),
    size: integer().notNull(),
    status: text().$type<ImportStatus>().notNull(),
    /** Grows whenever the reading, the mapping or the options change: a check of an older one is thrown away. */
    revision: integer().notNull().default(1),
    reading: jsonb().$type<Reading>().notNull(),
    /** The reading the rows were taken apart by; null until they are. */
    unpackedBy: text(),
    mapping: jsonb().$type<Mapping>().notNull(),
    options: jsonb().$type<ImportOptions>().notNull(),
    check: jsonb().$type<ImportCheck>(),
    counts: jsonb().$type<ImportCounts>().notNull(),
    made: jsonb().$type<ImportMade>().notNull(),
    fault: jsonb().$type<ImportFault>(),
    language: text().$type<"en" | "ru">().notNull(),
    memberId: uuid().notNull(),
    startedAt: instant(),
    finishedAt: instant(),
    undoneAt: instant(),
    filesRemovedAt: instant(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("import_job_newest").on(t.organizationId, t.createdAt),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.memberId],
      foreignColumns: [member.organizationId, member.id],
    }),
    foreignKey({ columns: [t.organizationId, t.listId], foreignColumns: [list.organizationId, list.id] }),
    check(
      "import_job_status",
      sql`${t.status} in ('uploaded','checking','mapped','running','done','failed','cancelled','undoing','undone')`,
    ),
    check("import_job_kind", sql`${t.fileKind} in ('csv','xlsx','html','jsonl')`),
  ],
);

/** The file as it came, in pieces of at most 1 MiB, so that any process can read it. */
export const importPiece = table(
  "import_piece",
  {
    organizationId: uuid().notNull(),
    importId: uuid().notNull(),
    number: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.importId, t.number] }),
    foreignKey({
      columns: [t.organizationId, t.importId],
      foreignColumns: [importJob.organizationId, importJob.id],
    }).onDelete("cascade"),
  ],
);

/** Its rows as cells, a thousand at a time and packed: any of them is reached without reading the file again. */
export const importChunk = table(
  "import_chunk",
  {
    organizationId: uuid().notNull(),
    importId: uuid().notNull(),
    number: integer().notNull(),
    rows: integer().notNull(),
    content: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.importId, t.number] }),
    foreignKey({
      columns: [t.organizationId, t.importId],
      foreignColumns: [importJob.organizationId, importJob.id],
    }).onDelete("cascade"),
  ],
);

/** What became of a chunk's rows, written together with them: a chunk is never imported twice, and can be undone. */
export const importBatch = table(
  "import_batch",
  {
    organizationId: uuid().notNull(),
    importId: uuid().notNull(),
    number: integer().notNull(),
    ledger: jsonb().$type<BatchLedger>().notNull(),
    doneAt: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.importId, t.number] }),
    foreignKey({
      columns: [t.organizationId, t.importId],
      foreignColumns: [importJob.organizationId, importJob.id],
    }).onDelete("cascade"),
  ],
);

/** Which record a row of another system became, so that its next export finds it. */
export const importKey = table(
  "import_key",
  {
    organizationId: uuid().notNull(),
    entity: text().notNull(),
    externalId: text().notNull(),
    recordId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.entity, t.externalId] }),
    index("import_key_record").on(t.organizationId, t.recordId),
    foreignKey({
      columns: [t.organizationId, t.recordId],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
  ],
);
