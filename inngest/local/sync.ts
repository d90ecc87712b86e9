import { syncSchedules } from "./cron";
import { transaction } from "./database";
import type { Engine } from "./engine";
import { readFunctionConfig } from "./function-config";
import { SyncResponse } from "./protocol";

/**
 * Asks the app for its functions and registers them.
 * @throws when one uses an option that is not supported here, naming the function and the option
 */
export async function syncFunctions(engine: Engine): Promise<void> {
  const response = await engine.handler(
    new Request("http://localhost/api/inngest", {
      method: "PUT",
      headers: { "content-type": "application/json", host: "localhost", "x-inngest-sync-kind": "in_band" },
      body: JSON.stringify({ url: "http://localhost/api/inngest" }),
    }),
  );
  const text = await response.text();
  if (response.status !== 200) throw new Error(`The app refused to sync: ${response.status} ${text}`);
  const raw = SyncResponse.parse(JSON.parse(text)).functions;
  const configs = raw.map(readFunctionConfig);
  engine.functions.clear();
  for (const config of configs) engine.functions.set(config.id, config);
  await transaction(engine.database, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtext('inngest_local.sync'))");
    for (const [index, { id, name }] of configs.entries())
      await tx.query(
        `insert into inngest_local.function (id, name, config, synced_at) values ($1, $2, $3, inngest_local.now())
         on conflict (id) do update set name = excluded.name, config = excluded.config, synced_at = excluded.synced_at`,
        [id, name, JSON.stringify(raw[index])],
      );
    await tx.query("delete from inngest_local.function where id <> all ($1)", [configs.map(({ id }) => id)]);
    await syncSchedules(tx, engine);
  });
}
