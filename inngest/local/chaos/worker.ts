/**
 * A process that runs the functions on the database in DATABASE_URL against the provider at PROVIDER, from the word to
 * begin until it is killed.
 */
import "./clock-ahead";
import { createTestApp } from "../testing";
import { askProvider, chaosFunctions } from "./functions";

const url = process.env.DATABASE_URL ?? "";
const provider = process.env.PROVIDER ?? "";
process.on("disconnect", () => process.exit());

const app = await createTestApp(
  url,
  (client) => chaosFunctions(client, (effect) => askProvider(provider, effect)),
  { listen: { connectionString: url }, pollMs: 500, leaseSeconds: Number(process.env.LEASE_SECONDS) },
);
await app.executor.sync();
process.once("message", () => void app.executor.start());
process.send?.("ready");
