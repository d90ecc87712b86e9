import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { removeData } from "@/db/launcher/home";
import { createTestApp, silentLogger, type TestApp } from "../testing";
import { bundleProcesses } from "./bundle";
import { type Cluster, openCluster } from "./cluster";
import { chaosFunctions, SLEEP_MS } from "./functions";
import { Herd } from "./herd";
import { Observer } from "./observer";
import { type Plan, planSeed, type Size, type Trigger } from "./plan";
import { type Provider, startProvider } from "./provider-process";
import { sequence } from "./random";
import { faultsOf, judge, type Verdict } from "./verdict";

export interface SeedOptions {
  seed: number;
  size: Size;
  /** After this long nothing is disturbed any more, and what is left may end in peace. */
  disturbMs: number;
  leaseSeconds: number;
}

export interface SeedReport extends Verdict {
  seed: number;
  size: Size;
  kills: number;
  terminated: number;
  restarts: number;
  /** Workers stopped past their leases and continued. */
  pauses: number;
  seconds: number;
  faults: string[];
}

const HOUR_MS = 60 * 60_000;
/** How near to their time the long sleepers are left alone before they may wake. */
const NEAR_MS = 2 * 60_000;
const LONGEST_MS = 15 * 60_000;

/** Runs one seed from an empty cluster to its verdict. @throws when it does not come to an end */
export async function runSeed(options: SeedOptions): Promise<SeedReport> {
  const folder = mkdtempSync(join(tmpdir(), `pult-chaos-${options.seed}-`));
  const programs = await bundleProcesses(folder);
  const cluster = await openCluster(join(folder, "data"));
  const provider = await startProvider(programs.provider, join(folder, "ledger"), options.seed);
  const common = {
    DATABASE_URL: cluster.url,
    PROVIDER: provider.url,
    LEASE_SECONDS: String(options.leaseSeconds),
  };
  const slots = [common, { ...common, CLOCK_AHEAD_MS: String(HOUR_MS) }];
  const herd = new Herd(programs.worker, slots, join(folder, "workers.log"));
  const sender = await createTestApp(cluster.url, (client) => chaosFunctions(client, async () => {}), {
    logger: silentLogger,
  });
  const observer = new Observer(cluster.adminUrl);
  let faulty = true;
  try {
    const report = await new Seed(options, { cluster, provider, herd, sender, observer }).run();
    faulty = report.faults.length > 0;
    return report;
  } finally {
    await herd.close();
    await provider.stop();
    await observer.close();
    await sender.close();
    await cluster.stop();
    if (faulty) console.error(`What there is to read about seed ${options.seed} lies in ${folder}`);
    else removeData(join(folder, "data"));
    if (!faulty) removeData(folder);
  }
}

interface Stage {
  cluster: Cluster;
  provider: Provider;
  herd: Herd;
  /** A process that sends and does not work. */
  sender: TestApp;
  observer: Observer;
}

class Seed {
  readonly #began = Date.now();
  readonly #plan: Plan;
  readonly #done = new AbortController();
  #terminated = 0;
  #restarts = 0;
  #pauses = 0;

  constructor(
    readonly options: SeedOptions,
    readonly stage: Stage,
  ) {
    this.#plan = planSeed(options.seed, options.size, new Date());
  }

  async run(): Promise<SeedReport> {
    const { herd, provider, observer } = this.stage;
    herd.start();
    const disturbances = Promise.all([this.#killNowAndThen(), this.#terminateNowAndThen()]);
    try {
      await this.#play();
    } finally {
      this.#done.abort();
      await disturbances;
    }
    const verdict = judge(provider.ledger.refresh(), this.#plan.expected);
    const { failed } = await observer.progress();
    const faults = faultsOf(verdict);
    if (failed > 0) faults.push(`${failed} runs failed: ${(await observer.errors()).join("; ")}`);
    return {
      seed: this.options.seed,
      size: this.options.size,
      ...verdict,
      kills: herd.kills,
      terminated: this.#terminated,
      restarts: this.#restarts,
      pauses: this.#pauses,
      seconds: (Date.now() - this.#began) / 1000,
      faults,
    };
  }

  /** Each wave of triggers meets a disturbance of its own, so that none strikes an idle executor. */
  async #play(): Promise<void> {
    const { observer } = this.stage;
    const { sends, expected } = this.#plan;
    const { runs, control, sleepers } = this.options.size;
    const wave = Math.ceil(sends.length / 3);
    await this.#send(sends.slice(0, wave));
    await this.#restart("fast", 0.15);
    await this.#send(sends.slice(wave, 2 * wave));
    await this.#pauseAtAnEffect(0.35);
    await this.#send(sends.slice(2 * wave));
    await this.#restart("immediate", 0.6);
    await this.#pauseSomewhere();
    await this.#until("all runs but the sleepers end", async () => {
      const { working, ended, asleep } = await observer.progress();
      return working === ended && working >= runs + control && asleep === sleepers;
    });

    await this.#moveClock(SLEEP_MS - NEAR_MS - (Date.now() - this.#began));
    const probe = `${this.options.seed}-keyed-probe`;
    await this.#send([{ id: probe, name: "chaos/keyed", data: { organizationId: "o0", trigger: probe } }]);
    await this.#until("a run shows that the workers have seen the new time", async () => {
      const { working, ended } = await observer.progress();
      return working === ended && working > runs + control;
    });
    await this.#moveClock(SLEEP_MS);
    await this.#until("the sleepers end", async () => (await observer.progress()).open === 0);
    expected.effects.push({ trigger: probe, step: "7" });
  }

  async #send(triggers: Trigger[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(triggers.length / BATCH) }, (_, index) =>
      triggers.slice(index * BATCH, (index + 1) * BATCH),
    );
    const sendNext = async () => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) await this.#sendUntilTaken(batch);
    };
    await Promise.all([sendNext(), sendNext(), sendNext()]);
  }

  async #sendUntilTaken(batch: Trigger[]): Promise<void> {
    await this.#until("an event is accepted", async () => {
      try {
        await this.stage.sender.client.send(batch);
        return true;
      } catch {
        return false;
      }
    });
  }

  /** Restarts the database once a share of all effects has happened. */
  async #restart(mode: "fast" | "immediate", share: number): Promise<void> {
    await this.#untilShare(share);
    await this.stage.cluster.restart(mode);
    this.#restarts += 1;
  }

  /** Stops a worker whose request the provider has accepted, until another worker has made the same request. */
  async #pauseAtAnEffect(share: number): Promise<void> {
    const { provider, herd } = this.stage;
    await this.#untilShare(share);
    for (;;) {
      const { worker, trigger, step, release } = await provider.hold();
      const paused = herd.pause(worker);
      release();
      await this.#until("another worker takes over", () => {
        const seen = provider.ledger.refresh();
        return seen.filter((one) => one.trigger === trigger && one.step === step).length > 1;
      });
      if (!paused) continue;
      herd.resume(paused);
      this.#pauses += 1;
      return;
    }
  }

  /** Stops a worker wherever it is, in a transaction perhaps, until its leases have passed. */
  async #pauseSomewhere(): Promise<void> {
    const { herd } = this.stage;
    await this.#until("a worker is at work", () => herd.working.length > 0);
    const paused = herd.pause(herd.working[0]?.pid ?? 0);
    if (!paused) return;
    await pause(this.options.leaseSeconds * 1500);
    herd.resume(paused);
    this.#pauses += 1;
  }

  async #untilShare(share: number): Promise<void> {
    const { expected } = this.#plan;
    await this.#until(`${share * 100} % of the effects happen`, () => {
      const effects = this.stage.provider.ledger.refresh().filter(({ effect }) => effect);
      return effects.length >= share * expected.effects.length;
    });
  }

  async #moveClock(ms: number): Promise<void> {
    this.#plan.expected.moves.push({ at: Date.now(), ms: ms - this.#moved() });
    await this.stage.observer.moveClock(ms);
  }

  #moved = () => this.#plan.expected.moves.reduce((sum, { ms }) => sum + ms, 0);

  /** Only workers that have started up are killed, or a slow machine would never do anything. */
  async #killNowAndThen(): Promise<void> {
    const next = sequence(this.options.seed, "kills");
    for await (const _ of this.#nowAndThen(KILL_EVERY_MS, next)) {
      const { herd } = this.stage;
      const victim = herd.working[Math.floor(next() * herd.working.length)];
      if (victim) herd.kill(victim);
    }
  }

  async #terminateNowAndThen(): Promise<void> {
    const next = sequence(this.options.seed, "terminations");
    for await (const _ of this.#nowAndThen(TERMINATE_EVERY_MS, next)) {
      this.#terminated += await this.stage.observer.terminate(1 + Math.floor(next() * 4)).catch(() => 0);
    }
  }

  async *#nowAndThen(everyMs: number, next: () => number): AsyncGenerator<void> {
    const { signal } = this.#done;
    while (Date.now() - this.#began < this.options.disturbMs) {
      await pause(everyMs * (0.6 + 0.8 * next()), undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      yield;
    }
  }

  async #until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) {
      if (Date.now() - this.#began > LONGEST_MS) {
        const progress = JSON.stringify(await this.stage.observer.progress());
        throw new Error(`Seed ${this.options.seed} stands still: waiting until ${what}, ${progress}`);
      }
      await pause(50);
    }
  }
}

const BATCH = 40;
const KILL_EVERY_MS = 700;
const TERMINATE_EVERY_MS = 1_500;
