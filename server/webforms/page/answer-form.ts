import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type OpenForm, openForm } from "../open-form";
import type { Typed } from "../read-answer";
import { submitForm } from "../submit-form";
import { renderForm, renderMissing, renderTaken, type Shown } from "./render-form";

const largest = 100_000;

/** Answers a form's public page: shows it, takes what was sent, shows it again where something is at fault. */
export async function answerForm(request: Request, id: string): Promise<Response> {
  const url = new URL(request.url);
  const nonce = randomBytes(16).toString("base64");
  const open = z.uuid().safeParse(id).success ? await openForm(id) : null;
  if (!open) return respond(renderMissing(languageOf(request.headers)), { nonce, status: 404 });
  const embedded = url.searchParams.get("embed") === "1";
  const shown: Shown = { typed: {}, faults: {}, why: null, embedded, nonce };
  const redirectTo = redirectOf(open);
  if (request.method !== "POST") {
    if (url.searchParams.get("sent") === "1")
      return respond(renderTaken(open, shown), { nonce, status: 200, redirectTo });
    const typed = { ...originIn(request, url), ...typedIn(url.searchParams) };
    return respond(renderForm(open, { ...shown, typed }), { nonce, status: 200, redirectTo });
  }
  const typed = await readForm(request);
  if (!typed) return respond(renderMissing(open.form.design.language), { nonce, status: 413 });
  const outcome = await submitForm(open, typed, { address: addressOf(request.headers) });
  if (outcome.kind === "refused") {
    const page = renderForm(open, { ...shown, typed, faults: outcome.faults, why: outcome.why });
    const status = { fields: 422, stale: 422, too_many: 429, closed: 403 }[outcome.why];
    return respond(page, { nonce, status, redirectTo });
  }
  // Answered by an address of its own, so that going back or loading again sends nothing twice.
  const thanks = `${url.pathname}?sent=1${embedded ? "&embed=1" : ""}`;
  const location = redirectTo && !embedded ? redirectTo : thanks;
  return new Response(null, { status: 303, headers: { ...headersOf(nonce, redirectTo), location } });
}

async function readForm(request: Request): Promise<Typed | null> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) return null;
  const text = await request.text();
  return text.length > largest ? null : typedIn(new URLSearchParams(text));
}

function typedIn(params: URLSearchParams): Typed {
  const typed: Typed = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key).slice(0, 100);
    typed[key] = values.length > 1 ? values : (values[0] ?? "");
  }
  return typed;
}

// Of a page that stands by itself, the browser says where the visitor came from.
function originIn(request: Request, url: URL): Typed {
  const referrer = request.headers.get("referer") ?? "";
  return { landing: url.href.slice(0, 1_000), ...(referrer && { referrer: referrer.slice(0, 1_000) }) };
}

// A client may write any X-Forwarded-For: it counts only behind a proxy that is said to rewrite it.
function addressOf(headers: Headers): string | null {
  if (!process.env.TRUST_PROXY) return null;
  return headers.get("x-forwarded-for")?.split(",")[0]?.trim() || null;
}

function redirectOf({ form: { design } }: OpenForm): string | null {
  return design.after.kind === "redirect" ? design.after.url : null;
}

type Answer = { nonce: string; status: number; redirectTo?: string | null };

function respond(page: string, { nonce, status, redirectTo = null }: Answer): Response {
  return new Response(page, {
    status,
    headers: { ...headersOf(nonce, redirectTo), "content-type": "text/html; charset=utf-8" },
  });
}

/** Any site may frame a form; nothing of the form's page reaches further. */
function headersOf(nonce: string, redirectTo: string | null): Record<string, string> {
  // Browsers hold a form's redirect to the addresses it may be sent to.
  const action = redirectTo ? `'self' ${new URL(redirectTo).origin}` : "'self'";
  return {
    "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; form-action ${action}; base-uri 'none'; frame-ancestors *`,
    "cache-control": "private, no-store",
    "referrer-policy": "strict-origin-when-cross-origin",
  };
}

function languageOf(headers: Headers): "en" | "ru" {
  return headers.get("accept-language")?.toLowerCase().startsWith("ru") ? "ru" : "en";
}
