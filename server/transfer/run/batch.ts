import { insertComments } from "@/server/crm/comments";
import { type CustomReader, customReader } from "@/server/fields";
import type { Context, Entity, Transaction } from "@/server/platform";
import { type BatchLedger, type Importable, type ImportOptions, noCounts } from "../contract";
import { rememberIds } from "../jobs/import-keys";
import type { Job } from "../jobs/job-rows";
import type { Draft, Surrounding } from "../targets/draft";
import { shortened } from "../values/shortened";
import { bringLinks } from "./bring-links";

const LONGEST_COMMENT = 20_000;

/** The rows of one chunk on their way into the database, and the ledger of what becomes of them. */
export class Batch {
  readonly ledger: BatchLedger;
  readonly muted: boolean;
  readonly options: ImportOptions;
  private readonly readers = new Map<Entity, Promise<CustomReader>>();

  constructor(
    readonly tx: Transaction,
    readonly ctx: Context,
    readonly job: Pick<Job, "entity" | "listId" | "options">,
    readonly around: Surrounding,
  ) {
    this.options = job.options;
    this.muted = job.options.robots === "muted";
    this.ledger = { created: {}, updated: [], keys: [], visits: {}, rejected: [], counts: { ...noCounts } };
  }

  /** Reads the organization's own values of an entity. */
  custom(entity: Entity): Promise<CustomReader> {
    const listId = entity === this.job.entity ? this.job.listId : null;
    const known = this.readers.get(entity) ?? customReader(this.ctx, this.tx, { entity, listId });
    this.readers.set(entity, known);
    return known;
  }

  /** Notes records this batch has made. */
  made(entity: Importable, ids: readonly string[]): void {
    const before = this.ledger.created[entity] ?? [];
    this.ledger.created[entity] = [...before, ...ids];
  }

  /**
   * Keeps what rows say besides their record: their ids elsewhere, what they are linked with, their notes as comments.
   * @returns the ids that were not known before
   */
  async besides(entity: Importable, drafts: readonly Draft[], ids: readonly string[]): Promise<string[]> {
    const known = drafts.flatMap(({ values }, place) => {
      const recordId = ids[place];
      return typeof values.externalId === "string" && recordId
        ? [{ externalId: values.externalId, recordId }]
        : [];
    });
    const remembered = await rememberIds(this.tx, this.ctx, { entity, listId: this.job.listId }, known);
    const rows = drafts.flatMap(({ values }, place) => {
      const recordId = ids[place];
      return recordId ? [{ recordId, values }] : [];
    });
    const links = await bringLinks(this.tx, this.ctx, rows, { muted: this.muted });
    if (links.length > 0) this.ledger.links = [...(this.ledger.links ?? []), ...links];
    const notes = drafts.flatMap(({ values }, place) => {
      const recordId = ids[place];
      if (!recordId) return [];
      return ((values.notes as string[] | undefined) ?? []).map((text) => ({
        recordId,
        text: shortened(text, LONGEST_COMMENT),
      }));
    });
    if (notes.length > 0) await insertComments(this.tx, this.ctx, entity, notes, { muted: this.muted });
    return remembered;
  }
}
