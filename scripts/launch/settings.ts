import { createServer } from "node:net";
import { resolve } from "node:path";
import { freePort } from "@/db/launcher/free-port";

/** Something the person who started us can put right: shown as a sentence, without a stack. */
export class Refusal extends Error {}

export type Settings = { port: number; dataDir: string; databaseUrl: string | undefined; appUrl: string };

/** What the environment asks for: PORT (0: any free one), DATA_DIR, DATABASE_URL, APP_URL. @throws Refusal */
export async function readSettings(env: NodeJS.ProcessEnv): Promise<Settings> {
  const asked = Number(env.PORT || 3000);
  if (!Number.isInteger(asked) || asked < 0 || asked > 65_535) {
    throw new Refusal(`PORT is "${env.PORT}"; it must be a number from 0 to 65535.`);
  }
  const port = asked || (await freePort());
  const databaseUrl = env.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:$/.test(protocolOf(databaseUrl))) {
    throw new Refusal("DATABASE_URL must look like postgresql://user:password@host:5432/database.");
  }
  return {
    port,
    databaseUrl,
    dataDir: resolve(env.DATA_DIR || ".data"),
    appUrl: (env.APP_URL || `http://localhost:${port}`).replace(/\/$/, ""),
  };
}

/** @throws Refusal when somebody else listens there; a server that is just closing gets three seconds. */
export async function claimPort(port: number): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt++) {
    const problem = await bind(port);
    if (!problem) return;
    if (problem !== "EADDRINUSE")
      throw new Refusal(`Port ${port} cannot be used (${problem}); set PORT to another.`);
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Refusal(
    `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
  );
}

function bind(port: number): Promise<string | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    probe.listen(port, () => probe.close(() => done(null)));
  });
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}
