/**
 * The provider, a process of its own: takes effects, keeps a ledger of every request in LEDGER, honours Idempotency-Key,
 * and misbehaves as SEED decides. Told `hold`, it accepts the next request and answers it only when told `release`.
 */
import { openSync, writeSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Fate, Seen } from "./ledger";
import { drawn } from "./random";

export type ProviderWord =
  | { type: "listening"; port: number }
  | { type: "held"; worker: number; trigger: string; step: string };
export type ProviderOrder = "hold" | "release";

const seed = Number(process.env.SEED);
const ledger = openSync(process.env.LEDGER ?? "", "a");
const MOST_TROUBLES = 3;
const TROUBLES: [Fate, number][] = [
  ["500", 0.06],
  ["429", 0.05],
  ["hung", 0.03],
  ["reset", 0.06],
];
const LATENCY_MS = 20;

const attempts = new Map<string, number>();
const done = new Set<string>();
let holding = false;
let held: ServerResponse | undefined;

const server = createServer((request, response) => {
  void receive(request, response).catch(() => response.destroy());
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address) tell({ type: "listening", port: address.port });
});
process.on("message", (order: ProviderOrder) => {
  if (order === "hold") holding = true;
  else answer(held);
});
process.on("disconnect", () => process.exit());

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { trigger, step, worker, clock } = JSON.parse(await text(request));
  const given = request.headers["idempotency-key"];
  const key = typeof given === "string" ? given : null;
  const fate = fateOf(trigger, step, key);
  const effect = fate !== "500" && fate !== "429" && (key === null || !done.has(key));
  if (effect && key !== null) done.add(key);
  const at = Date.now();
  const seen: Seen = { at, trigger, step, key, worker, aheadMs: clock - at, fate, effect };
  writeSync(ledger, `${JSON.stringify(seen)}\n`);
  if (fate === "held") {
    held = response;
    tell({ type: "held", worker, trigger, step });
  } else if (fate === "reset") {
    request.socket.resetAndDestroy();
  } else if (fate !== "hung") {
    const latency = LATENCY_MS * drawn(seed, `latency/${trigger}/${step}`);
    setTimeout(() => answer(response, fate), latency);
  }
}

function fateOf(trigger: string, step: string, key: string | null): Fate {
  const attempt = (attempts.get(`${trigger}/${step}`) ?? 0) + 1;
  attempts.set(`${trigger}/${step}`, attempt);
  if (holding && key !== null && attempt === 1) {
    holding = false;
    return "held";
  }
  if (attempt > MOST_TROUBLES) return "answered";
  let chance = drawn(seed, `${trigger}/${step}/${attempt}`);
  for (const [trouble, share] of TROUBLES) {
    chance -= share;
    if (chance < 0) return trouble;
  }
  return "answered";
}

function answer(response: ServerResponse | undefined, fate: Fate = "answered"): void {
  const status = fate === "500" ? 500 : fate === "429" ? 429 : 200;
  response?.writeHead(status, { "retry-after": "1" }).end("{}");
}

function tell(word: ProviderWord): void {
  process.send?.(word);
}
