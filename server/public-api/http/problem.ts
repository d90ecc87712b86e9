import { createTranslator } from "next-intl";
import { ZodError } from "zod";
import { messagesOf } from "@/messages";
import { AppError, type Language } from "@/server/platform";
import { MethodRefused } from "./match-operation";

export type FieldFault = { field: string; code: string; message: string };

/** A refusal as RFC 9457 has it, with our code and every field at fault. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  requestId: string;
  errors?: FieldFault[];
};

type Told = { language: Language; requestId: string };

/** What a thrown refusal tells the caller; anything else is a defect, and says nothing of its inside. */
export function problemOf(error: unknown, { language, requestId }: Told): Problem {
  const t = wordsOf(language);
  const about = (code: string, status: number, data?: Record<string, string | number>) => ({
    type: `${process.env.APP_URL ?? ""}/developers#${code}`,
    title: t(code, data),
    status,
    code,
    requestId,
  });
  const fault = (field: string, code: string, data?: Record<string, string | number>): FieldFault => ({
    field,
    code,
    message: t(`field.${code}`, data) || t("field.invalid"),
  });
  if (error instanceof ZodError) {
    const errors = error.issues.flatMap(faultsIn).map(({ field, code }) => fault(field, code));
    return { ...about("INVALID", 400), errors };
  }
  if (!(error instanceof AppError)) return about("INTERNAL", 500);
  const problem = about(error.code, error.status, error.data);
  const field = error.field ?? (error.code === "FILTER_INVALID" ? "filter" : undefined);
  return field === undefined ? problem : { ...problem, errors: [fault(field, error.code, error.data)] };
}

/** The answer that carries a problem. */
export function problemResponse(error: unknown, told: Told): Response {
  const problem = problemOf(error, told);
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (error instanceof MethodRefused) headers.set("allow", error.allow.join(", "));
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="Pult"');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function faultsIn(issue: ZodError["issues"][number]): { field: string; code: string }[] {
  const field = issue.path.join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, code: "unknown" }));
  if (issue.code === "custom") return [{ field, code: String(issue.params?.code ?? "invalid") }];
  if (issue.code === "too_big") return [{ field, code: "too_long" }];
  if (issue.code === "too_small") return [{ field, code: "required" }];
  const isMissing = issue.code === "invalid_type" && issue.input === undefined;
  return [{ field, code: isMissing ? "required" : "invalid" }];
}

// Codes are data here, so no type can vouch that each has its words; one without falls back to its name.
function wordsOf(language: Language) {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: "errors" });
  type Key = Parameters<typeof t.has>[0];
  return (key: string, data: Record<string, string | number> = {}): string =>
    t.has(key as Key) ? t(key as Key, data as never) : key.startsWith("field.") ? "" : key;
}

/** The language a caller reads, by `Accept-Language`; null when they do not say. */
export function languageOf(headers: Headers): Language | null {
  const wanted = headers.get("accept-language")?.toLowerCase() ?? "";
  const [first] = wanted.split(/[,;-]/);
  return first === "ru" || first === "en" ? first : null;
}
