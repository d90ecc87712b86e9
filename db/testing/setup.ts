import type { TestProject } from "vitest/node";
import { joinTestCluster } from "./cluster";
import { ensureTemplate } from "./template";

declare module "vitest" {
  export interface ProvidedContext {
    /** Addresses with the database's name left out at the end, and the template's name. */
    testServer: { postgres: string; pult_login: string; template: string };
  }
}

const ANY = "any";

/** Before all test files: the cluster runs and the template is migrated. After them: the cluster is given back. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await joinTestCluster();
  const without = (url: string) => url.slice(0, -ANY.length);
  try {
    project.provide("testServer", {
      postgres: without(cluster.url("postgres", ANY)),
      pult_login: without(cluster.url("pult_login", ANY)),
      template: await ensureTemplate(cluster),
    });
  } catch (error) {
    await cluster.leave();
    throw error;
  }
  return cluster.leave;
}
