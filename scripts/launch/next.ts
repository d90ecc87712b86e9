import { type ChildProcess, spawn } from "node:child_process";

const STOP_MS = 15_000;

/** How long an idle connection is kept, in ms: longer than a proxy's minute, which may send on it until the last moment. */
const KEEP_ALIVE_MS = 75_000;

export type Mode = "start" | "dev";
export type NextServer = { ended: Promise<number>; stop: () => Promise<void>; kill: () => void };

/** Starts Next from node_modules, in a group of its own: it hears of Ctrl+C from us, once, and before the database. */
export function startNext(mode: Mode, port: number, env: Record<string, string>): NextServer {
  const args = ["--require", "./scripts/launch/follow-parent.cjs", "node_modules/next/dist/bin/next", mode];
  args.push("--port", String(port), "--hostname", process.env.HOST || "127.0.0.1");
  if (mode === "start") args.push("--keepAliveTimeout", String(KEEP_ALIVE_MS));
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
    env: { ...process.env, ...env },
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
  return { ended, stop: () => stop(child, ended), kill: () => child.kill("SIGKILL") };
}

/** Streams are closed and jobs finished or returned by the app itself; after 15 s it is ended. */
async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(late);
}

/** Waits until the app says it is ready; answers false when it ended instead, or `timeoutMs` passed. */
export async function waitUntilReady(port: number, server: NextServer, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  let alive = true;
  const gone = server.ended.then(() => {
    alive = false;
  });
  while (alive && performance.now() < deadline) {
    if (await isReady(port)) return true;
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return false;
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
