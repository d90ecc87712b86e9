import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./command";

export type DemoLogin = { email: string; password: string };

/** Fills an empty database with the demo workspace, in a process of its own, which exits with its connections. */
export async function seedDemo(dataDir: string, env: Record<string, string>): Promise<void> {
  const code = await runToEnd(process.execPath, ["--import", "tsx", "scripts/seed.ts"], {
    ...env,
    DEMO_LOGIN_FILE: demoFile(dataDir),
  });
  if (code !== 0) console.error("The demo workspace could not be made; Pult starts without it.");
}

/** The demo workspace's login, when this data folder has one. */
export function readDemoLogin(dataDir: string): DemoLogin | null {
  const file = demoFile(dataDir);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function demoFile(dataDir: string): string {
  return join(dataDir, "secrets", "demo-login.json");
}
