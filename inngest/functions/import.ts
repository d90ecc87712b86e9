import { StepError } from "inngest";
import { engineClock } from "@/server/platform";
import {
  checkImport,
  failCheck,
  failImport,
  finishImport,
  finishUndo,
  housekeeper,
  type ImportRef,
  importChunks,
  importerContext,
  prepareImport,
  removeOldFiles,
  undoBatches,
} from "@/server/transfer";
import { inngest } from "../client";

/** Five thousand rows a step: seconds of work, and little to do again when a process dies in the middle. */
const chunksInStep = 5;

const perImport = [
  { key: "event.data.importId", limit: 1 },
  { key: "event.data.organizationId", limit: 2 },
] as [{ key: string; limit: number }, { key: string; limit: number }];

/** A trial run over a file somebody brought. */
export const importCheck = inngest.createFunction(
  { id: "import-check", triggers: [{ event: "import.check_requested" }], concurrency: perImport, retries: 2 },
  async ({ event, step }) => {
    const ref = event.data as ImportRef & { revision: number };
    try {
      await step.run("check", async () => {
        const ctx = await importerContext(ref);
        if (ctx) await checkImport(ctx, ref);
      });
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      await step.run("give up", async () =>
        failCheck(await housekeeper(ref.organizationId), ref, "INTERNAL"),
      );
    }
  },
);

/** Imports a file's rows chunk by chunk; a chunk and its ledger are one transaction, so none is imported twice. */
export const importRun = inngest.createFunction(
  { id: "import-run", triggers: [{ event: "import.started" }], concurrency: perImport, retries: 3 },
  async ({ event, step }) => {
    const ref = event.data as ImportRef;
    const asImporter = async () => importerContext(ref);
    const fail = (code: string) => async () => failImport(await housekeeper(ref.organizationId), ref, code);
    try {
      const ready = await step.run("prepare", async () => {
        const ctx = await asImporter();
        return ctx ? prepareImport(ctx, ref) : "nobody";
      });
      if (ready === "nobody") return await step.run("nobody", fail("MEMBER_GONE"));
      if (!ready) return;
      for (let from = 0; ; from += chunksInStep) {
        const progress = await step.run(`rows from ${from}`, async () => {
          const ctx = await asImporter();
          return ctx ? importChunks(ctx, { ...ref, from, count: chunksInStep }) : "nobody";
        });
        if (progress === "nobody") return await step.run("nobody", fail("MEMBER_GONE"));
        if (progress === "stopped") return;
        if (progress === "done") break;
      }
      await step.run("finish", async () =>
        finishImport((await asImporter()) ?? (await housekeeper(ref.organizationId)), ref),
      );
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      await step.run("give up", fail("INTERNAL"));
    }
  },
);

/** Takes an import back, the latest rows first. */
export const importUndo = inngest.createFunction(
  { id: "import-undo", triggers: [{ event: "import.undo_requested" }], concurrency: perImport, retries: 3 },
  async ({ event, step }) => {
    const ref = event.data as ImportRef;
    try {
      for (let round = 1; ; round++) {
        const more = await step.run(`rows ${round}`, async () =>
          undoBatches(await housekeeper(ref.organizationId), { ...ref, count: chunksInStep }),
        );
        if (!more) break;
      }
      await step.run("finish", async () => finishUndo(await housekeeper(ref.organizationId), ref));
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      await step.run("give up", async () =>
        failImport(await housekeeper(ref.organizationId), ref, "INTERNAL"),
      );
    }
  },
);

/** Every night: files of imports that are a month old. */
export const importCleanup = inngest.createFunction(
  { id: "import-cleanup", triggers: [{ cron: "17 3 * * *" }] },
  async ({ step }) => {
    await step.run("remove", async () => removeOldFiles((await engineClock())()));
  },
);
