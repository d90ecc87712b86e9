import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { headers: IncomingHttpHeaders; body: string };

/** Somebody else's server on loopback: keeps what it was sent, and answers as it is told. */
export class Receiver {
  readonly received: Received[] = [];
  status = 204;
  private server: Server | undefined;

  async open(): Promise<string> {
    process.env.PULT_HTTP_ALLOW_PRIVATE = "1";
    const server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8");
      request.on("data", (chunk: string) => {
        body += chunk;
      });
      request.on("end", () => {
        this.received.push({ headers: request.headers, body });
        response.writeHead(this.status).end(this.status === 204 ? undefined : "no thanks");
      });
    });
    this.server = server;
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  }

  close(): void {
    delete process.env.PULT_HTTP_ALLOW_PRIVATE;
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
