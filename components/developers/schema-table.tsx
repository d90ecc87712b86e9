import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { nameOf, type Schema, typeOf } from "./document";

/** The properties of an object, those inside of it one step further in. */
export function SchemaTable({ schema, depth = 0 }: { schema: Schema; depth?: number }) {
  const t = useTranslations("integrations.docs");
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) return <TypeName schema={schema} />;
  return (
    <ul className="divide-y">
      {properties.map(([name, value]) => (
        <li key={name} className="py-1.5">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <code className="font-mono font-medium">{name}</code>
            <TypeName schema={value} />
            {!schema.required?.includes(name) && (
              <span className="text-sm text-ink-faint">{t("optional")}</span>
            )}
            <Limits schema={value} />
          </div>
          {value.description && <p className="text-sm text-ink-muted">{value.description}</p>}
          {depth < 2 && <Inside schema={value} depth={depth} />}
        </li>
      ))}
    </ul>
  );
}

function Inside({ schema, depth }: { schema: Schema; depth: number }): ReactNode {
  const inner = schema.type === "array" ? schema.items : schema;
  const options = (inner?.anyOf ?? [inner]).filter((one): one is Schema => Boolean(one?.properties));
  return options.map((option) => (
    <div key={JSON.stringify(option).slice(0, 200)} className="mt-1 border-l-2 pl-3">
      <SchemaTable schema={option} depth={depth + 1} />
    </div>
  ));
}

function TypeName({ schema }: { schema: Schema }) {
  const ref = schema.$ref ?? schema.items?.$ref;
  const type = <code className="font-mono text-sm break-words text-ink-muted">{typeOf(schema)}</code>;
  if (!ref) return type;
  return (
    <a href={`#schema-${nameOf(ref)}`} className="underline decoration-line-strong underline-offset-3">
      {type}
    </a>
  );
}

function Limits({ schema }: { schema: Schema }) {
  const { minLength, maxLength, minimum, maximum, maxItems, default: usual } = schema;
  const isSafe = (value: number | undefined) =>
    value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  const limits = [
    minLength !== undefined && `≥ ${minLength}`,
    maxLength !== undefined && `≤ ${maxLength}`,
    isSafe(minimum) && `≥ ${minimum}`,
    isSafe(maximum) && `≤ ${maximum}`,
    maxItems !== undefined && `≤ ${maxItems}`,
    usual !== undefined && `= ${JSON.stringify(usual)}`,
  ].filter(Boolean);
  if (limits.length === 0) return null;
  return <span className="tabular text-sm text-ink-faint">{limits.join(", ")}</span>;
}
