import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import iconv from "iconv-lite";

/** How the next answers go wrong. */
export type Mischief =
  | "none"
  | "500"
  | "redirect"
  | "silent"
  | "slow"
  | "cut off"
  | "huge"
  | "web page"
  | "not closed"
  | "no rates"
  | "no number"
  | "wrong encoding"
  | "unknown encoding";

type Row = { code: string; nominal?: number; value: string };

/** A server that publishes rates as both banks do, and misbehaves as it is told. */
export class FakeRates {
  /** The addresses asked for. */
  readonly asked: string[] = [];
  mischief: Mischief = "none";
  day = "2026-11-26";
  /** In roubles. */
  cbr: Row[] = [
    { code: "USD", value: "92,3456" },
    { code: "EUR", value: "100,1200" },
    { code: "KZT", nominal: 100, value: "18,0512" },
  ];
  /** Of a euro. */
  ecb: Row[] = [
    { code: "USD", value: "1.0845" },
    { code: "JPY", value: "167.93" },
  ];
  private server: Server | undefined;

  /** @returns the addresses of both */
  async open(): Promise<{ cbr: string; ecb: string }> {
    this.server = createServer((request, response) => {
      this.asked.push(request.url ?? "");
      const isCbr = request.url?.startsWith("/scripts/XML_daily.asp") ?? false;
      this.answer(response, isCbr ? this.cbrDocument() : this.ecbDocument(), isCbr ? "windows-1251" : null);
    });
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    const { port } = this.server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    return { cbr: `${origin}/scripts/XML_daily.asp`, ecb: `${origin}/stats/eurofxref/eurofxref-daily.xml` };
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private answer(response: ServerResponse, document: string, charset: string | null): void {
    const type = `application/xml${charset ? `; charset=${charset}` : ""}`;
    const bytes = iconv.encode(document, charset ?? "utf-8");
    const send = (status: number, body: Buffer | string) =>
      response.writeHead(status, { "content-type": type }).end(body);
    switch (this.mischief) {
      case "500":
        return void send(500, "<error/>");
      case "redirect":
        return void response.writeHead(302, { location: "/elsewhere" }).end();
      case "silent":
        return;
      case "slow":
        return void response.writeHead(200, { "content-type": type }).write(bytes.subarray(0, 100));
      case "cut off":
        response.writeHead(200, { "content-type": type, "content-length": bytes.length });
        response.write(bytes.subarray(0, 100), () => response.destroy());
        return;
      case "huge":
        return void send(200, Buffer.alloc(3_000_000, " "));
      case "web page":
        return void send(200, "<!doctype html><html><p>Try later<br></html>");
      case "not closed":
        return void send(200, bytes.subarray(0, bytes.length - 20));
      case "unknown encoding":
        return void send(200, document.replace(/encoding="[^"]+"/, 'encoding="klingon-1"'));
      // Letters of one, said to be another.
      case "wrong encoding":
        return void send(
          200,
          iconv.encode(document.replace(/encoding="[^"]+"/, 'encoding="utf-8"'), "windows-1251"),
        );
      case "none":
      case "no rates":
      case "no number":
        return void send(200, bytes);
    }
  }

  private rows(rows: readonly Row[]): readonly Row[] {
    if (this.mischief === "no rates") return [];
    return this.mischief === "no number" ? rows.map((row) => ({ ...row, value: "-" })) : rows;
  }

  private cbrDocument(): string {
    const [year, month, day] = this.day.split("-");
    const rows = this.rows(this.cbr).map(
      ({ code, nominal = 1, value }, place) =>
        `<Valute ID="R0${place}"><NumCode>000</NumCode><CharCode>${code}</CharCode><Nominal>${nominal}</Nominal>` +
        `<Name>Валюта ${code}</Name><Value>${value}</Value><VunitRate>${value}</VunitRate></Valute>`,
    );
    return `<?xml version="1.0" encoding="windows-1251"?><ValCurs Date="${day}.${month}.${year}" name="Foreign Currency Market">${rows.join("")}</ValCurs>`;
  }

  private ecbDocument(): string {
    const rows = this.rows(this.ecb).map(({ code, value }) => `<Cube currency='${code}' rate='${value}'/>`);
    return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
\t<gesmes:subject>Reference rates — Курсы</gesmes:subject>
\t<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
\t<Cube><Cube time='${this.day}'>${rows.join("\n")}</Cube></Cube>
</gesmes:Envelope>`;
  }
}
