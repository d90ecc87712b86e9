import { migrate } from "@/db/migrate";

// npm run migrate: brings the database of DATABASE_DIRECT_URL (or DATABASE_URL) up to date, for deployments.
const runtime = process.env.DATABASE_URL;
const direct = process.env.DATABASE_DIRECT_URL || runtime;
if (!runtime || !direct)
  throw new Error("Set DATABASE_URL, and DATABASE_DIRECT_URL when it goes through a pooler");
await migrate(direct, decodeURIComponent(new URL(runtime).username) || undefined);
