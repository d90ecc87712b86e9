import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { neonConfig } from "@neondatabase/serverless";
import { WebSocketServer } from "ws";

export type Bridge = { address: string; served: () => number; close: () => Promise<void> };

/** What Neon's proxy does, without its walls: each WebSocket becomes a TCP connection to `port` on this machine. */
async function bridgeToPostgres(port: number): Promise<Bridge> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  let served = 0;
  server.on("connection", (socket) => {
    served++;
    const postgres = connect(port, "127.0.0.1");
    postgres.on("data", (bytes) => socket.send(bytes));
    postgres.on("close", () => socket.close());
    postgres.on("error", () => socket.terminate());
    socket.on("message", (bytes: Buffer) => postgres.write(bytes));
    socket.on("close", () => postgres.destroy());
    socket.on("error", () => postgres.destroy());
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${own}`,
    served: () => served,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Has Neon's driver reach the server at `url`, on this machine, through a bridge. */
export async function bridgeNeonTo(url: string): Promise<Bridge> {
  const bridge = await bridgeToPostgres(Number(new URL(url).port || 5432));
  neonConfig.wsProxy = () => bridge.address;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineTLS = false;
  neonConfig.pipelineConnect = false;
  return bridge;
}
