import { afterAll } from "vitest";

// Files of a process share its environment: what one of them sets, the next does not see.
const before = { ...process.env };

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
