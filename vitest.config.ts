import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Here files share a process, and what they import is read once: half a run went into reading the same modules for
// each of them. What starts servers, workers or clocks of its own has a process of its own.
const together = "{app,components,messages,server}/**/*.test.{ts,tsx}";
const outside = ["node_modules/**", "e2e/**", ".next/**", ".test/**", ".data/**"];

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // It throws when imported outside a server component, which a test is.
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    environment: "node",
    // Given by the launcher elsewhere; what tests seal nobody else reads.
    env: { ENCRYPTION_KEY: "of the tests" },
    setupFiles: ["db/testing/restore-environment.ts"],
    globalSetup: ["db/testing/setup.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "together", include: [together], exclude: outside, isolate: false },
      },
      {
        extends: true,
        test: { name: "alone", include: ["**/*.test.{ts,tsx}"], exclude: [...outside, together] },
      },
    ],
  },
});
