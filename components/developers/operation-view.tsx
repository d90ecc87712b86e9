import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "./code-block";
import { curlOf, type Described, type Schema, schemaIn } from "./document";
import { SchemaTable } from "./schema-table";

const tones = { GET: "accent", POST: "ok", PUT: "warn", PATCH: "warn", DELETE: "danger" } as const;

/** One operation: folded to a line, opened to its parameters, body, answer and an example. */
export function OperationView({ operation, base }: { operation: Described; base: string }) {
  const t = useTranslations("integrations.docs");
  const { operationId, method, path, summary, parameters, requestBody, responses } = operation;
  const scope = operation["x-scope"];
  const body = schemaIn(requestBody);
  const [[status, answer] = ["", undefined]] = Object.entries(responses);
  const answered = schemaIn(answer);
  return (
    <details id={operationId} className="group scroll-mt-16 rounded-lg bg-surface shadow-low">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
        <Badge
          tone={method in tones ? tones[method as keyof typeof tones] : "neutral"}
          className="w-16 justify-center font-mono"
        >
          {method}
        </Badge>
        <code className="font-mono font-medium break-all">{path}</code>
        <span className="text-ink-muted">{summary}</span>
      </summary>
      <div className="grid gap-5 px-4 pb-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {scope && <p className="text-sm text-ink-muted">{t("scope", { scope })}</p>}
          {parameters.length > 0 && (
            <Part title={t("parameters")}>
              <SchemaTable schema={parametersSchema(operation)} />
            </Part>
          )}
          {body && (
            <Part title={t("body")}>
              <SchemaTable schema={body} />
            </Part>
          )}
          <Part title={`${t("answer")} ${status}`}>
            {answered ? <SchemaTable schema={answered} /> : <p className="text-ink-muted">{t("none")}</p>}
          </Part>
        </div>
        <div className="min-w-0">
          <CodeBlock text={curlOf(operation, base)} label={t("example")} />
        </div>
      </div>
    </details>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children}
    </div>
  );
}

// Parameters read like the properties of an object.
function parametersSchema({ parameters }: Described): Schema {
  return {
    properties: Object.fromEntries(
      parameters.map(({ name, schema, description }) => [
        name,
        { ...schema, ...(description && { description }) },
      ]),
    ),
    required: parameters.filter((one) => one.required).map((one) => one.name),
  };
}
