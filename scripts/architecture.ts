import { spawnSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";

export type Breach = { rule: string; from: string; to: string; comment: string };
export type Cruise = { modules: number; breaches: Breach[] };

/** Reads every import under `root` with dependency-cruiser; the rules are in `.dependency-cruiser.mjs`. */
export function cruiseArchitecture(root: string): Cruise {
  const script = fileURLToPath(new URL("architecture/cruise.mjs", import.meta.url));
  const done = spawnSync(process.execPath, [script, root], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) throw new Error(`dependency-cruiser failed: ${done.error?.message ?? done.stderr}`);
  return JSON.parse(done.stdout);
}

/** Prints every import the rules forbid; false when there is one, or when nothing was read at all. */
export function checkArchitecture(root: string): boolean {
  const { modules, breaches } = cruiseArchitecture(root);
  for (const { rule, from, to, comment } of breaches)
    console.error(`${from} → ${to}\n    ${rule}: ${comment}`);
  console.log(`${modules} modules read, ${breaches.length} forbidden imports`);
  if (modules === 0) console.error("No module was read: the check is blind");
  return modules > 0 && breaches.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = checkArchitecture(process.cwd()) ? 0 : 1;
}
