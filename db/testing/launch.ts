import { startPostgres } from "@/db/launcher";

// A launcher in a process of its own, for tests that kill it or run it as somebody else: prints where the server is,
// stops it on SIGTERM.
const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error("usage: launch.ts <data folder>");
try {
  const server = await startPostgres({ dataDir, fsync: false });
  console.log(JSON.stringify({ url: server.url("postgres", "pult"), adopted: server.adopted }));
  const open = setInterval(() => {}, 60_000);
  process.once("SIGTERM", () => {
    clearInterval(open);
    void server.stop();
  });
} catch (error) {
  console.log(JSON.stringify({ refused: error instanceof Error ? error.message : String(error) }));
}
