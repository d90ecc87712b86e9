import { randomUUID } from "node:crypto";
import { startScheduled } from "./cron";
import type { Engine, JobRow, Taken } from "./engine";
import { Pace } from "./pace";
import { extendLeases, returnLeases, takeJobs } from "./queue";
import { runJob } from "./run-job";

export interface WorkerOptions {
  /** Calls under way at once in this process. */
  concurrency: number;
  /** Longest pause between looks at the queue: the backstop of notifications, in milliseconds. */
  pollMs: number;
  /** How long a claim holds without a heartbeat; a third of it lies between two. */
  leaseSeconds: number;
}

const SCHEDULE_MS = 1_000;
/** Pause before the next look at a database that did not answer. */
const AWAY_MS = 1_000;

/** Claims due jobs and runs them, until stopped. */
export class Worker {
  readonly #engine: Engine;
  readonly #options: WorkerOptions;
  readonly #id = randomUUID();
  readonly #held = new Map<JobRow, Promise<void>>();
  #stopping = true;
  #loop: Promise<void> = Promise.resolve();
  #heartbeat: NodeJS.Timeout | undefined;
  #woken = false;
  /** Due jobs may be left that only the end of another lets go ahead. */
  #heldBack = true;
  #scheduledAt = 0;
  #rouse: () => void = () => {};
  readonly #pace: Pace;

  constructor(engine: Engine, options: WorkerOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#pace = new Pace(options.concurrency);
  }

  get running(): number {
    return this.#held.size;
  }

  start(): void {
    if (!this.#stopping) return;
    this.#stopping = false;
    this.#loop = this.#run();
  }

  /** Ends a pause, or prevents the next one. */
  wake(): void {
    this.#woken = true;
    this.#rouse();
  }

  /** Claims nothing more, waits up to `graceMs` for what runs, and returns the leases of what is left. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#loop;
    await withinGrace(Promise.all(this.#held.values()), graceMs);
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
    if (this.#held.size === 0) return;
    await returnLeases(this.#engine.database, this.#held.keys());
    this.#engine.wake();
  }

  /** Runs all that is due, and what that makes due, until nothing is. For tests. */
  async drain(): Promise<void> {
    for (;;) {
      // Asked before the claim: what ends during it may have queued more.
      const idle = this.#held.size === 0;
      const scheduled = await startScheduled(this.#engine);
      const { claimed } = await this.#claim();
      if (idle && scheduled + claimed === 0) return;
      if (claimed === 0 && this.#held.size > 0) await Promise.race(this.#held.values());
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      try {
        const { claimed, restMs } = await this.#claim();
        const scheduled = await this.#schedule();
        // What is left now, some limit holds back until a job ends.
        if (scheduled === 0 && (claimed === 0 || !this.#heldBack)) await this.#rest(restMs);
      } catch (error) {
        this.#engine.logger.error({ err: error }, "the executor cannot reach its queue");
        await this.#rest(Math.min(this.#options.pollMs, AWAY_MS));
      }
    }
  }

  /** Looks at the schedules once a second at most; none is finer. */
  async #schedule(): Promise<number> {
    if (Date.now() - this.#scheduledAt < SCHEDULE_MS) return 0;
    this.#scheduledAt = Date.now();
    return startScheduled(this.#engine);
  }

  /** Takes what is due and free; says how many and how long nothing else falls due. */
  async #claim(): Promise<{ claimed: number; restMs: number }> {
    const { concurrency, leaseSeconds, pollMs } = this.#options;
    const wanted = concurrency - this.#held.size;
    this.#heldBack = true;
    if (wanted <= 0) return { claimed: 0, restMs: pollMs };
    const most = this.#pace.most();
    const look = await takeJobs(this.#engine.database, this.#id, { wanted, most, leaseSeconds });
    const { taken, now, next, heldBack } = look;
    this.#heldBack = heldBack;
    this.#pace.note(taken.map(({ run }) => run.lane));
    for (const one of taken) this.#take(one);
    const wait = next ? next.getTime() - now.getTime() : pollMs;
    if (wait <= 0) this.#scheduledAt = 0;
    return { claimed: taken.length, restMs: Math.min(Math.max(wait, 1), pollMs) };
  }

  #take(taken: Taken): void {
    const { job } = taken;
    const work = runJob(this.#engine, taken)
      .catch((error: unknown) => this.#giveBack(job, error))
      .then((goesOn) => {
        this.#held.delete(job);
        if (goesOn || this.#heldBack) this.#engine.wake();
      });
    this.#held.set(job, work);
    this.#heartbeat ??= setInterval(() => this.#extend(), (this.#options.leaseSeconds * 1000) / 3).unref();
  }

  /** What could not be stored is lost with its lease and done again after it. */
  #giveBack(job: JobRow, error: unknown): boolean {
    this.#engine.logger.error(
      { err: error, jobId: job.id, runId: job.run_id },
      "a job's result could not be stored",
    );
    return true;
  }

  #extend(): void {
    if (this.#held.size === 0) return;
    extendLeases(this.#engine.database, this.#held.keys(), this.#options.leaseSeconds).catch(
      (error: unknown) => {
        this.#engine.logger.warn({ err: error }, "leases could not be extended");
      },
    );
  }

  /** Pauses, unless woken since the last look. */
  async #rest(milliseconds: number): Promise<void> {
    if (this.#woken || this.#stopping) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#rouse = resolve;
      timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
    this.#rouse = () => {};
  }
}

async function withinGrace(work: Promise<unknown>, graceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  await Promise.race([work, grace]);
  clearTimeout(timer);
}
