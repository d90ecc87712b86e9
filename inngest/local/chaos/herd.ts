import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export interface WorkerProcess {
  slot: number;
  pid: number;
  /** Started up; it works once it is the first of its slot. */
  ready: boolean;
  state: "spare" | "working" | "paused" | "killed";
  child: ChildProcess;
}

/** A worker and a spare in each slot: whichever ends, for whatever reason, the spare takes its place at once. */
export class Herd {
  readonly #slots: WorkerProcess[][];
  readonly #ended = new Set<Promise<unknown>>();
  #closed = false;
  kills = 0;

  constructor(
    readonly program: string,
    /** The environment of each slot's processes. */
    readonly environments: Record<string, string>[],
    readonly log: string,
  ) {
    this.#slots = environments.map(() => []);
  }

  start(): void {
    this.environments.forEach((_, slot) => {
      this.#fill(slot);
    });
  }

  get working(): WorkerProcess[] {
    return this.#slots.flat().filter(({ state }) => state === "working");
  }

  kill(worker: WorkerProcess): void {
    this.kills += 1;
    worker.state = "killed";
    worker.child.kill("SIGKILL");
  }

  /** Stops a process in its tracks; null when it works no more. */
  pause(pid: number): WorkerProcess | null {
    const worker = this.working.find((one) => one.pid === pid);
    if (!worker) return null;
    worker.child.kill("SIGSTOP");
    worker.state = "paused";
    return worker;
  }

  resume(worker: WorkerProcess): void {
    worker.child.kill("SIGCONT");
    worker.state = "working";
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { child } of this.#slots.flat()) child.kill("SIGKILL");
    await Promise.all(this.#ended);
  }

  #fill(slot: number): void {
    const workers = this.#slots[slot] ?? [];
    while (workers.length < 2) workers.push(this.#spawn(slot));
    const first = workers[0];
    if (!first?.ready || first.state !== "spare") return;
    first.state = "working";
    first.child.send("begin", () => {});
  }

  #spawn(slot: number): WorkerProcess {
    const log = openSync(this.log, "a");
    const child = spawn(process.execPath, [this.program], {
      env: { ...process.env, ...this.environments[slot] },
      stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    const worker: WorkerProcess = { slot, pid: child.pid ?? 0, ready: false, state: "spare", child };
    child.on("message", () => {
      worker.ready = true;
      this.#fill(slot);
    });
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve())).then(() => {
      this.#ended.delete(ended);
      this.#slots[slot] = (this.#slots[slot] ?? []).filter((one) => one !== worker);
      if (!this.#closed) this.#fill(slot);
    });
    this.#ended.add(ended);
    return worker;
  }
}
