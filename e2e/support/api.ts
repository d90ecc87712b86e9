import { expect, type Page } from "@playwright/test";
import { type Wire, wire } from "@/server/platform/wire";

export type Answer = { status: number; data: unknown; refusal: Refusal | null };
type Refusal = { code: string; fields: Record<string, string> };

type Body = {
  result?: { data: Wire };
  error?: { json: { data: { refusal: Refusal | null } } };
};

/** Calls a mutation as the page's person, as its scripts would. */
export async function mutate(page: Page, slug: string, path: string, input: unknown): Promise<Answer> {
  const response = await page.request.post(`/api/trpc/${path}`, {
    headers: { "x-organization": slug },
    data: { json: input },
  });
  return read(response.status(), await response.text());
}

/** Calls a query as the page's person. */
export async function query(page: Page, slug: string, path: string, input?: unknown): Promise<Answer> {
  const asked = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
  const response = await page.request.get(`/api/trpc/${path}${asked}`, {
    headers: { "x-organization": slug },
    // A server closes a connection that was idle for seconds; a question may be asked again on another.
    maxRetries: 2,
  });
  return read(response.status(), await response.text());
}

/** The same, and it must be answered. */
export async function ask<T>(page: Page, slug: string, path: string, input?: unknown): Promise<T> {
  const answer = await query(page, slug, path, input);
  expect(answer.status, `${path} is answered`).toBe(200);
  return answer.data as T;
}

/** The same for a mutation. */
export async function tell<T>(page: Page, slug: string, path: string, input: unknown): Promise<T> {
  const answer = await mutate(page, slug, path, input);
  expect(answer.status, `${path} is done`).toBe(200);
  return answer.data as T;
}

function read(status: number, text: string): Answer {
  const body: Body = text.startsWith("{") ? JSON.parse(text) : {};
  const data = body.result && wire.deserialize(body.result.data);
  return { status, data, refusal: body.error?.json.data.refusal ?? null };
}

export type Stage = { id: string; name: string };
export type Deal = { id: string; title: string; stageId: string; version: number };

/** The workspace's first pipeline. */
export async function pipelineOf(page: Page, slug: string): Promise<{ id: string; stages: Stage[] }> {
  const [pipeline] = await ask<{ id: string; stages: Stage[] }[]>(page, slug, "pipelines.list");
  if (!pipeline) throw new Error("The workspace has a pipeline");
  return pipeline;
}

/** A stage of it by name. */
export async function stageOf(page: Page, slug: string, name: string): Promise<Stage> {
  const { stages } = await pipelineOf(page, slug);
  const stage = stages.find((one) => one.name === name);
  if (!stage) throw new Error(`The pipeline has a stage “${name}”`);
  return stage;
}

/** A deal by its title. */
export async function dealOf(page: Page, slug: string, title: string): Promise<Deal> {
  const { deals } = await ask<{ deals: Deal[] }>(page, slug, "deals.list", { search: title });
  const deal = deals.find((one) => one.title === title);
  if (!deal) throw new Error(`There is a deal “${title}”`);
  return deal;
}
