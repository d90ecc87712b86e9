import { mkdirSync } from "node:fs";
import { keepSecret } from "@/db/launcher/secrets";
import { ensureBuild } from "./build";
import { openDatabase, type RunningDatabase } from "./database";
import { readDemoLogin, seedDemo } from "./demo";
import { type Mode, type NextServer, startNext, waitUntilReady } from "./next";
import { claimPort, Refusal, readSettings, type Settings } from "./settings";

const READY_MS = 120_000;

/** The whole house in one command: build, database, demo workspace, app; until a signal or the app's end. */
export async function run(mode: Mode): Promise<void> {
  const stopping = signalled();
  let database: RunningDatabase | undefined;
  let server: NextServer | undefined;
  try {
    const began = performance.now();
    const settings = await readSettings(process.env);
    await claimPort(settings.port);
    mkdirSync(settings.dataDir, { recursive: true });
    database = await openDatabase(settings);
    if (mode === "start") await ensureBuild();
    const env = environment(mode, settings, database);
    if (database.empty && wantsDemo(database)) await seedDemo(settings.dataDir, env);
    if (stopping.now) return;
    server = startNext(mode, settings.port, env);
    stopping.again(server.kill);
    const ready = await Promise.race([
      waitUntilReady(settings.port, server, READY_MS),
      stopping.asked.then(() => null),
    ]);
    if (ready === false) throw new Refusal("Pult did not become ready; its messages are above.");
    if (ready) announce(settings, performance.now() - began);
    const end = await Promise.race([server.ended, stopping.asked.then(() => 0)]);
    if (!stopping.now)
      throw new Refusal(`The app ended by itself (exit code ${end}); its messages are above.`);
  } catch (error) {
    if (!stopping.now) report(error);
  } finally {
    await server?.stop();
    await database?.stop();
  }
}

function environment(mode: Mode, { dataDir, port, appUrl }: Settings, database: RunningDatabase) {
  const given = process.env;
  return {
    NODE_ENV: mode === "start" ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
    // The app closes its streams and returns its jobs itself; Next's own handler would cut it short.
    NEXT_MANUAL_SIG_HANDLE: "true",
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: database.directUrl,
    APP_URL: appUrl,
    // Whoever starts Pult on one machine looks after it; on a server of one's own that is said by name.
    OPERATOR_EMAILS: given.OPERATOR_EMAILS || (database.embedded ? "demo@pult.example" : ""),
    PULT_DEV_MAIL: given.PULT_DEV_MAIL || (isPrivate(given, appUrl) ? "1" : "0"),
    BETTER_AUTH_URL: given.BETTER_AUTH_URL || appUrl,
    BETTER_AUTH_SECRET: given.BETTER_AUTH_SECRET || keepSecret(dataDir, "better-auth"),
    ENCRYPTION_KEY: given.ENCRYPTION_KEY || keepSecret(dataDir, "encryption-key"),
    DEMO_PASSWORD: given.DEMO_PASSWORD || keepSecret(dataDir, "demo-password").slice(0, 12),
  };
}

// The outbox holds reset links: it is shown only while nobody but this machine can ask for it, not by a proxy either.
function isPrivate({ HOST, RESEND_API_KEY, SMTP_URL }: NodeJS.ProcessEnv, appUrl: string): boolean {
  const local = /^(localhost|127\.0\.0\.1)$/;
  const isReachedLocally = local.test(HOST || "localhost") && local.test(new URL(appUrl).hostname);
  return !RESEND_API_KEY && !SMTP_URL && isReachedLocally;
}

// A stranger's door is not opened in a database of one's own: there, only when asked.
function wantsDemo(database: RunningDatabase): boolean {
  if (process.env.DEMO === undefined) return database.embedded;
  return !/^(0|false|no|)$/i.test(process.env.DEMO);
}

function announce({ appUrl, dataDir }: Settings, tookMs: number): void {
  const demo = readDemoLogin(dataDir);
  console.log(`\n  Pult is ready: ${appUrl}   (${(tookMs / 1000).toFixed(1)} s)`);
  if (demo) console.log(`  Demo workspace: ${demo.email} / ${demo.password}`);
  console.log("  Ctrl+C stops it.\n");
}

function report(error: unknown): void {
  process.exitCode = 1;
  console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
}

/** The first SIGINT, SIGTERM or SIGHUP asks for a graceful stop; a second one stops waiting for the app. */
function signalled() {
  let hurry = () => {};
  const state = {
    now: false,
    asked: Promise.resolve(),
    again: (action: () => void) => void (hurry = action),
  };
  state.asked = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (state.now) hurry();
        state.now = true;
        resolve();
      });
    }
  });
  return state;
}
