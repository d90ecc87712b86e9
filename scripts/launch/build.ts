import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./command";
import { Refusal } from "./settings";

const RECORD = ".next/sources";
const OUTSIDE = new Set([
  ...["node_modules", "e2e", "test-results", "playwright-report"],
  ...["bench", "docs", "scripts", "db/launcher", "db/testing"],
]);
const NOT_SOURCE = /\.test\.tsx?$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$|^playwright|^vitest|^biome/;

/** Runs `next build` unless `.next` holds the build of exactly these sources. @throws Refusal when it fails */
export async function ensureBuild(): Promise<"built" | "kept"> {
  const now = hashSources();
  if (existsSync(".next/BUILD_ID") && existsSync(RECORD) && readFileSync(RECORD, "utf8") === now)
    return "kept";
  const code = await runToEnd(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  if (code !== 0) throw new Refusal("The build failed; see above.");
  writeFileSync(RECORD, now);
  return "built";
}

/** Contents and names of everything a build can depend on; a clone or a checkout changes times, not this. */
function hashSources(): string {
  const hash = createHash("sha256");
  for (const file of sourcesIn(".")) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  for (const name of Object.keys(process.env).sort()) {
    if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${process.env[name]}\0`);
  }
  return hash.digest("hex");
}

function sourcesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || OUTSIDE.has(path) || NOT_SOURCE.test(entry.name)) return [];
    if (entry.isDirectory()) return sourcesIn(path);
    return entry.isFile() ? [path] : [];
  });
}
