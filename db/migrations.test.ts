import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";

it("the migrations lead to the tables that the code declares", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "pult-migrations-"));
  try {
    cpSync("db/migrations", folder, { recursive: true });
    const before = readdirSync(folder);
    const options = ["--dialect", "postgresql", "--schema", "./db/schema/*.ts", "--out", folder];
    execFileSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "generate", ...options], {
      stdio: "pipe",
    });
    expect(readdirSync(folder)).toEqual(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
