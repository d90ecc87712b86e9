import type pg from "pg";
import { makeWorkspace } from "@/server/testing/fixtures";

/** What an import writes into, besides its own ledger, in the order of its foreign keys. */
const written = [
  "record",
  "company",
  "contact",
  "deal",
  "contact_point",
  "record_stage_visit",
  "event",
  "import_key",
  "comment",
];
/** What its rows refer to. */
const referred = ["member", "pipeline", "stage", "source", "loss_reason"];

export type Floor = { rows: number; copyMs: number; insertMs: number };

/**
 * What writing the rows an organization has costs at the least: COPY into empty tables of the same columns and indexes,
 * which checks nothing; and one INSERT … SELECT a table, for another organization, from rows the server holds already,
 * into the very tables with their indexes, foreign keys, triggers and policies, by the app's role.
 */
export async function floorOf(admin: pg.Client, organizationId: string): Promise<Floor> {
  const other = (await makeWorkspace("Floor")).owner.organizationId;
  for (const table of referred)
    await admin.query(`insert into ${table} ${moved(table)} on conflict do nothing`);
  for (const table of written) {
    await admin.query(`create table held_${table} as ${moved(table)}`);
    await admin.query(`grant select on held_${table} to pult_app`);
  }
  await admin.query("checkpoint");
  const copied = await copy();
  await admin.query("checkpoint");
  const insertMs = await insert();
  for (const table of written) await admin.query(`drop table held_${table}`);
  return { ...copied, insertMs };

  function moved(table: string): string {
    const row = `jsonb_populate_record(null::public.${table}, to_jsonb(t) || '{"organization_id": "${other}"}')`;
    return `select (${row}).* from ${table} t where organization_id = '${organizationId}'`;
  }

  async function copy(): Promise<{ rows: number; copyMs: number }> {
    let [rows, copyMs] = [0, 0];
    for (const table of written) {
      await admin.query(`create table copy_${table} (like ${table} including indexes including defaults)`);
      const file = `/tmp/pult-copy-${process.pid}`;
      await admin.query(`copy held_${table} to program 'cat > ${file}'`);
      const began = performance.now();
      rows += (await admin.query(`copy copy_${table} from program 'cat ${file}'`)).rowCount ?? 0;
      copyMs += performance.now() - began;
      await admin.query(`copy (select) to program 'rm ${file}'`);
      await admin.query(`drop table copy_${table}`);
    }
    return { rows, copyMs };
  }

  async function insert(): Promise<number> {
    await admin.query("begin");
    await admin.query(
      `select set_config('role', 'pult_app', true), set_config('app.organization_id', '${other}', true)`,
    );
    const began = performance.now();
    for (const table of written) await admin.query(`insert into ${table} select * from held_${table}`);
    await admin.query("commit");
    return performance.now() - began;
  }
}
