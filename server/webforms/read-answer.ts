import { z } from "zod";
import { plainText } from "@/server/filter";
import { email, optionalText, text } from "@/server/platform";
import type { Asked, OpenForm } from "./open-form";

/** What was sent, by key, as it was typed. */
export type Typed = Record<string, string | string[]>;

export type Faults = Record<string, FaultCode>;
export type FaultCode =
  | "required"
  | "invalid"
  | "too_long"
  | "unstorable"
  | "email"
  | "phone"
  | "number"
  | "date"
  | "url"
  | "consent";

/** The answer as it is understood: standard values and the organization's own. */
export type Understood = { standard: Record<string, string>; custom: Record<string, unknown> };

/** Reads what was typed by the fields that were asked. Either nothing is at fault, or each fault has its field. */
export function readAnswer(
  { asked, form }: OpenForm,
  typed: Typed,
): { understood: Understood; faults: Faults } {
  const understood: Understood = { standard: {}, custom: {} };
  const faults: Faults = {};
  for (const field of asked) {
    const read = readField(field, typed[field.key]);
    if ("fault" in read) faults[field.key] = read.fault;
    else if (read.value !== null) {
      if (field.key.startsWith("c_")) understood.custom[field.key] = read.value;
      else understood.standard[field.key] = plainText(read.value);
    }
  }
  if (form.design.consent && typed.consent !== "on") faults.consent = "consent";
  return { understood, faults };
}

type Read = { value: unknown } | { fault: FaultCode };

function readField(field: Asked, typed: string | string[] | undefined): Read {
  if (field.type === "multi_list") return readChoices(field, typed);
  const given = Array.isArray(typed) ? (typed[0] ?? "") : (typed ?? "");
  if (field.type === "checkbox") {
    if (given !== "on" && field.required) return { fault: "required" };
    return { value: given === "on" };
  }
  const plain = text(field.type === "long_text" ? 5_000 : 500).safeParse(given);
  if (!plain.success) return { fault: plain.error.issues[0]?.code === "too_big" ? "too_long" : "unstorable" };
  if (plain.data === "") return field.required ? { fault: "required" } : { value: null };
  return readTyped(field, plain.data);
}

function readTyped(field: Asked, given: string): Read {
  if (field.type === "email") {
    const read = email().safeParse(given);
    return read.success ? { value: read.data } : { fault: "email" };
  }
  if (field.type === "phone") {
    const digits = given.replace(/\D/g, "").length;
    return digits >= 5 && given.length <= 40 ? { value: given } : { fault: "phone" };
  }
  if (field.type === "number") {
    const number = Number(given.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));
    return Number.isFinite(number) ? { value: number } : { fault: "number" };
  }
  if (field.type === "date")
    return z.iso.date().safeParse(given).success ? { value: given } : { fault: "date" };
  if (field.type === "list")
    return field.choices.some(({ id }) => id === given) ? { value: given } : { fault: "invalid" };
  if (field.key === "name" || field.key === "companyName")
    return given.length <= 200 ? { value: given } : { fault: "too_long" };
  return { value: given };
}

function readChoices(field: Asked, typed: string | string[] | undefined): Read {
  const given = (Array.isArray(typed) ? typed : [typed]).filter((one): one is string => Boolean(one));
  if (given.length === 0) return field.required ? { fault: "required" } : { value: null };
  const known = given.every((id) => field.choices.some((one) => one.id === id));
  return known ? { value: [...new Set(given)] } : { fault: "invalid" };
}

/** Longer or stranger marks are cut off: an advertisement's address is not for us to refuse. */
export function cleaned(value: string | undefined, most: number): string | null {
  const read = optionalText(most).safeParse((value ?? "").slice(0, most));
  return read.success ? read.data : null;
}
