import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

// The shell is Chromium without a window's parts: the same pages take it about half the work.
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** The Chromium this machine has: CHROMIUM_PATH, Playwright's own, or one on the PATH; `null` when none. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given && isProgram(given)) return given;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

/** The same, but where none is found Debian's package is installed, if we may. @throws with what to do, if not */
export function ensureChromium(): string {
  const found = findChromium() ?? install();
  if (found) return found;
  throw new Error(
    "No Chromium for the browser tests. Run `npx playwright install chromium`, install your system's chromium, " +
      "or set CHROMIUM_PATH to one.",
  );
}

function install(): string | null {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  console.log("Installing Debian's Chromium for the browser tests");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const aptGet = (...args: string[]) =>
    spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
  const add = (name: string) => aptGet("install", "-y", "--no-install-recommends", name);
  // Older Debians have no package for the shell alone.
  if (!aptGet("update") || !(add("chromium-headless-shell") || add("chromium"))) return null;
  return findChromium();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
