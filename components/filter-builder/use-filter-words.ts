import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useWorkspace } from "@/components/workspace/workspace";
import { type Filter, type Leaf, leavesOf } from "@/server/filter/tree";
import { arityOf } from "@/server/filter/types";
import { formatMoney } from "@/server/platform/money";
import { shownLeaf } from "./draft";
import { momentOf } from "./moment-value";
import { useChoices, useLinkNames } from "./use-choices";
import type { FilterField } from "./use-filter-fields";

/** How many of a list are named before "and 3 more". */
const most = 3;

/** Says a filter in words, given the fields it may ask: "Amount > €1,000", "Owner: Anna or Boris". */
export function useFilterWords(fields: readonly FilterField[], filter: Filter | null) {
  const t = useTranslations("filter");
  const format = useFormatter();
  const language = useLocale();
  const workspace = useWorkspace();
  const byPath = new Map(fields.map((field) => [field.path, field]));
  const asked = filter ? leavesOf(filter) : [];
  const used = asked.flatMap((leaf) => byPath.get(leaf.field) ?? []);
  const choices = useChoices(used);
  const names = useLinkNames(asked.flatMap((leaf) => linksIn(leaf, byPath.get(leaf.field))));

  const moment = (value: unknown): string => {
    const read = momentOf(value);
    if (!read) return String(JSON.stringify(value));
    if ("count" in read) {
      const unit = read.unit as "day";
      return t(`moment.${read.choice}.${unit}`, { count: read.count });
    }
    if (read.choice !== "day") return t(`moment.${read.choice}`);
    if (!("text" in read) || !read.text) return "";
    const day = /^\d{4}-\d{2}-\d{2}$/.test(read.text);
    const at = new Date(read.text);
    const timeZone = day ? "UTC" : workspace.timeZone;
    if (Number.isNaN(at.getTime())) return read.text;
    return format.dateTime(at, { day: "numeric", month: "short", year: "numeric", timeZone });
  };

  const one = (field: FilterField, value: unknown): string => {
    if (field.type === "date" || field.type === "datetime") return moment(value);
    if (field.type === "money" && typeof value === "number") {
      return formatMoney(value, field.currency ?? workspace.currency, language);
    }
    if (typeof value === "number") return format.number(value, { maximumFractionDigits: 4 });
    if (typeof value !== "string") return String(JSON.stringify(value));
    if (field.type === "link") return names[value] ?? t("somebody");
    if (field.type === "text" || field.type === "url") return t("quoted", { text: value });
    return choices(field).find((choice) => choice.value === value)?.label ?? t("gone");
  };

  const list = (field: FilterField, values: readonly unknown[], type: "conjunction" | "disjunction") => {
    const named = values.slice(0, most).map((value) => one(field, value));
    const rest = values.length - named.length;
    return format.list(rest > 0 ? [...named, t("more", { count: rest })] : named, { type });
  };

  const leaf = (asking: Leaf): string => {
    const known = byPath.get(asking.field);
    if (!known) return t("unknownField", { field: asking.field });
    const { operator, value } = shownLeaf(asking, known.type);
    const field = known.label;
    const arity = arityOf(operator);
    if (arity === "none") return t(operator === "empty" ? "words.empty" : "words.not_empty", { field });
    if (known.type === "checkbox") return t(value === true ? "words.yes" : "words.no", { field });
    if (arity === "list") {
      const values = Array.isArray(value) ? value : [];
      const joined = list(known, values, operator === "all" ? "conjunction" : "disjunction");
      return t(operator === "not_in" || operator === "none" ? "words.except" : "words.is", {
        field,
        value: joined,
      });
    }
    if (arity === "pair") {
      const [from, to]: unknown[] = Array.isArray(value) ? value : [];
      return t("words.between", { field, from: one(known, from), to: one(known, to) });
    }
    const said = { field, value: one(known, value) };
    if (known.type !== "date" && known.type !== "datetime") return t(`words.${operator as "eq"}`, said);
    return t(`words.moment.${operator as "eq"}`, said);
  };

  const whole = (part: Filter, inside: boolean): string => {
    if ("field" in part) return leaf(part);
    if ("not" in part) return t("words.not", { words: whole(part.not, false) });
    const [parts, joint] = "and" in part ? [part.and, t("words.and")] : [part.or, t("words.or")];
    if (parts.length === 0) return t("and" in part ? "words.everything" : "words.nothing");
    const words = parts.map((one) => whole(one, parts.length > 1)).join(` ${joint} `);
    return inside && parts.length > 1 ? `(${words})` : words;
  };
  return { leaf, whole: (part: Filter) => whole(part, false) };
}

function linksIn({ value }: Leaf, field: FilterField | undefined) {
  const entity = field?.type === "link" ? field.linksTo : null;
  if (!entity) return [];
  const ids = Array.isArray(value) ? value : [value];
  return ids.filter((id): id is string => typeof id === "string").map((id) => ({ entity, id }));
}
