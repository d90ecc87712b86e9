import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles the processes into `folder`: one file starts in a third of the time, and a killed worker is soon back. */
export async function bundleProcesses(folder: string): Promise<{ worker: string; provider: string }> {
  const source = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  await build({
    entryPoints: [source("worker"), source("provider")],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["pg-native"],
    logLevel: "error",
    // What was CommonJS asks for it.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return { worker: join(folder, "worker.mjs"), provider: join(folder, "provider.mjs") };
}
