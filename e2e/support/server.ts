import { type ChildProcess, spawn } from "node:child_process";
import { freePort } from "../../db/launcher/free-port";

/** A server of a test's own, to be killed and started again on the same data. */
export type OwnServer = {
  address: string;
  start: () => Promise<void>;
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Prepares `npm start` on a data folder and a port of its own; nothing runs until `start`. `env` wins over ours. */
export async function ownServer(dataDir: string, env: Record<string, string> = {}): Promise<OwnServer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  let running: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = running;
    running = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  return {
    address,
    async start() {
      const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
        stdio: ["ignore", "pipe", "inherit"],
        env: {
          ...process.env,
          PORT: String(port),
          DATA_DIR: dataDir,
          DATABASE_URL: "",
          DATABASE_DIRECT_URL: "",
          APP_URL: address,
          DEMO: "0",
          RATE_LIMIT: "off",
          PULT_DEV_MAIL: "1",
          ...env,
        },
      });
      running = child;
      await readyLine(child);
    },
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

function readyLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Pult is ready")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`The server ended with ${code} before it was ready`)));
  });
}
