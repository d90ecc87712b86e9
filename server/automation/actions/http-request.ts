import { z } from "zod";
import { callHttp, type HttpAnswer } from "@/server/outbound";
import { AppError, automatedEntities } from "@/server/platform";
import { defineAction } from "../define-action";
import { choice, optionalTemplate, template } from "../params";

const plain = (value: string) => ({ en: value, ru: value });

/** Calls a public HTTP address; the header Idempotency-Key is the same in every attempt. */
export const httpRequest = defineAction({
  type: "http.request",
  label: { en: "HTTP request", ru: "HTTP-запрос" },
  hint: { en: "Tells another system", ru: "Сообщает другой системе" },
  icon: "globe",
  entities: automatedEntities,
  effect: "outside",
  told: "by robot",
  params: z.strictObject({
    method: choice(
      ["POST", "GET", "PUT", "PATCH", "DELETE"],
      {
        POST: plain("POST"),
        GET: plain("GET"),
        PUT: plain("PUT"),
        PATCH: plain("PATCH"),
        DELETE: plain("DELETE"),
      },
      { label: { en: "Method", ru: "Метод" } },
    ),
    url: template(2_000, {
      label: { en: "Address", ru: "Адрес" },
      placeholder: plain("https://example.com/hook"),
    }),
    body: optionalTemplate(20_000, {
      label: { en: "Body", ru: "Тело" },
      hint: {
        en: "JSON; empty: the id and title. Use {{ record.title | json }} for a quoted value",
        ru: "JSON; если пусто — номер и название. Значение в кавычках: {{ record.title | json }}",
      },
    }),
  }),
  async run({ params, record, key }) {
    const url = httpUrl(params.url);
    const hasBody = params.method !== "GET" && params.method !== "DELETE";
    const usual = () => JSON.stringify({ [`${record.entity}Id`]: record.id, title: record.title });
    const answer = await callHttp({
      method: params.method,
      url: url.href,
      headers: {
        "idempotency-key": key,
        "user-agent": "Pult",
        ...(hasBody && { "content-type": "application/json" }),
      },
      body: hasBody ? params.body || usual() : undefined,
    });
    const status = statusOf(answer, url.host);
    return { result: { status }, summary: `${params.method} ${url.host} ${status}` };
  },
});

function httpUrl(text: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const plainHttp = url?.protocol === "http:" || url?.protocol === "https:";
  if (!url || !plainHttp || url.username || url.password) {
    throw new AppError("HTTP_ADDRESS_REFUSED", { host: text.slice(0, 200) }, { field: "url" });
  }
  return url;
}

/** @throws HTTP_FAILED; `retry` in its data says whether the same call may succeed later. HTTP_ADDRESS_REFUSED */
function statusOf(answer: HttpAnswer, host: string): number {
  if (answer.kind === "refused")
    throw new AppError("HTTP_ADDRESS_REFUSED", { host: answer.host }, { field: "url" });
  if (answer.kind === "failed")
    throw new AppError("HTTP_FAILED", { host, reason: answer.reason, retry: "retry" });
  if (answer.status >= 200 && answer.status < 300) return answer.status;
  const passing = answer.status >= 500 || [408, 425, 429].includes(answer.status);
  throw new AppError("HTTP_FAILED", {
    host,
    status: answer.status,
    reason: `HTTP ${answer.status}`,
    retry: passing ? "retry" : "refused",
  });
}
