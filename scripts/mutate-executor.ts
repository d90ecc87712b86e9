import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Mutation, mutations } from "@/inngest/local/conformance/mutations";

// npm run conformance:mutants [text]: breaks the executor line by line in a copy of the project and runs the test that
// must notice. A mutation that survives is a test that is missing. With a text: only mutations whose file or test has it.
const wanted = mutations.filter(({ file, test }) => `${file} ${test}`.includes(process.argv[2] ?? ""));
const CONFORMANCE = "inngest/local/conformance/conformance.test.ts";
const root = process.cwd();
const copy = mkdtempSync(join(tmpdir(), "pult-mutants-"));
const copied = ["inngest", "vitest.config.ts", "tsconfig.json"];

for (const entry of readdirSync(root).filter((name) => !copied.includes(name)))
  symlinkSync(resolve(root, entry), join(copy, entry));
for (const entry of copied) cpSync(resolve(root, entry), join(copy, entry), { recursive: true });

const sound = new Map<string, boolean>();
let wrong = 0;
try {
  for (const mutation of wanted) {
    const verdict = tryOut(mutation);
    if (verdict !== "killed") wrong++;
    process.stdout.write(
      `${verdict.padEnd(8)}  ${mutation.file}: ${oneLine(mutation.line)}  →  ${oneLine(mutation.broken)}  (${mutation.test})\n`,
    );
  }
} finally {
  rmSync(copy, { recursive: true });
}
process.stdout.write(`${wanted.length - wrong} of ${wanted.length} killed\n`);
process.exitCode = wrong === 0 ? 0 : 1;

/** `stale`: the line is no more, or the test does not pass without the mutation, so that nothing can be said. */
function tryOut(mutation: Mutation): "killed" | "survived" | "stale" {
  const path = join(copy, "inngest/local", mutation.file);
  const text = readFileSync(path, "utf8");
  if (text.split(mutation.line).length !== 2 || !isSound(mutation)) return "stale";
  writeFileSync(
    path,
    text.replace(mutation.line, () => mutation.broken),
  );
  try {
    return passes(mutation) ? "survived" : "killed";
  } finally {
    writeFileSync(path, text);
  }
}

/** Whether the test passes as long as nothing is broken; asked once. */
function isSound(mutation: Mutation): boolean {
  const key = `${mutation.suite} ${mutation.test}`;
  const found = sound.get(key) ?? passes(mutation);
  sound.set(key, found);
  return found;
}

function passes({ suite = CONFORMANCE, test }: Mutation): boolean {
  const title = test.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const args = ["node_modules/vitest/vitest.mjs", "run", suite, "-t", title, "--bail", "1", "--silent"];
  return spawnSync(process.execPath, args, { cwd: copy, stdio: "ignore" }).status === 0;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim() || "nothing";
}
