import type { Worker } from "node:worker_threads";
import type { Json } from "../interpreter/definition";
import { workerSource } from "./worker-source";

/** A template to fill in; without a view it is only read for mistakes. */
export type TemplateOrder = { template: string; view: Record<string, Json> | null; as: "text" | "html" };
/** `fault` says what is wrong with the template, the time and memory it took included. */
export type TemplateAnswer = { filled: string } | { fault: string };

/** Longer than Liquid's own limit on rendering, for what escapes it: one filter that never comes back. */
const killAfterMs = 2_000;
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

let worker: Promise<Worker> | null = null;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Has a template worked on in a thread of its own, one after another; one that takes too long or too much is
 * killed with its thread, and the next has a new one. The server answers meanwhile.
 * @throws when the thread cannot be started
 */
export function askWorker(order: TemplateOrder): Promise<TemplateAnswer> {
  const answer = queue.then(() => work(order));
  queue = answer.catch(() => undefined);
  return answer;
}

async function work(order: TemplateOrder): Promise<TemplateAnswer> {
  worker ??= start();
  const thread = await worker.catch((error: unknown) => {
    worker = null;
    throw error;
  });
  return answerOf(thread, order);
}

function answerOf(thread: Worker, order: TemplateOrder): Promise<TemplateAnswer> {
  return new Promise((resolve) => {
    const end = (answer: TemplateAnswer) => {
      clearTimeout(timer);
      thread.off("message", end);
      thread.off("error", fail);
      resolve(answer);
    };
    // Memory beyond the limit ends the thread with an error.
    const fail = (error: Error) => end({ fault: error.message.slice(0, 200) });
    const timer = setTimeout(() => {
      forget();
      end({ fault: "time limit exceeded" });
      void thread.terminate();
    }, killAfterMs);
    thread.on("message", end);
    thread.on("error", fail);
    thread.postMessage(order);
  });
}

function forget(): void {
  worker = null;
}

function start(): Promise<Worker> {
  // Asked of the process, so that a bundler does not look for the worker's file.
  const { Worker: Thread } = process.getBuiltinModule("node:worker_threads");
  const thread = new Thread(workerSource, { eval: true, env: {}, execArgv: [], resourceLimits });
  // An error that nobody listens to would end the server.
  thread.on("error", forget);
  return new Promise((resolve, reject) => {
    thread.once("error", reject);
    thread.once("message", () => {
      thread.off("error", reject);
      // A server that ends does not wait for an idle thread.
      thread.unref();
      resolve(thread);
    });
  });
}
