import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { LedgerReader } from "./ledger";
import type { ProviderOrder, ProviderWord } from "./provider";

export interface Provider {
  url: string;
  ledger: LedgerReader;
  /** Has the next request accepted and left without an answer. @returns whose it is, and how to answer it */
  hold(): Promise<Extract<ProviderWord, { type: "held" }> & { release: () => void }>;
  stop(): Promise<void>;
}

/** Starts the provider in a process of its own, its ledger in a file of its own. */
export async function startProvider(program: string, ledger: string, seed: number): Promise<Provider> {
  writeFileSync(ledger, "");
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, SEED: String(seed), LEDGER: ledger },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const { port } = await heard(child, "listening");
  const order = (what: ProviderOrder) => child.send(what);
  return {
    url: `http://127.0.0.1:${port}/`,
    ledger: new LedgerReader(ledger),
    async hold() {
      const answer = heard(child, "held");
      order("hold");
      return { ...(await answer), release: () => void order("release") };
    },
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function heard<Type extends ProviderWord["type"]>(child: ChildProcess, type: Type) {
  return new Promise<Extract<ProviderWord, { type: Type }>>((resolve, reject) => {
    const listener = (word: ProviderWord) => {
      if (word.type !== type) return;
      child.off("message", listener);
      resolve(word as Extract<ProviderWord, { type: Type }>);
    };
    child.on("message", listener);
    child.once("exit", (code) => reject(new Error(`The provider ended with ${code}`)));
  });
}
