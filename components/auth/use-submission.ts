"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState, useTransition } from "react";
import type { AuthFault } from "./auth-client";
import { faultData, faultOf, type Word } from "./faults";

export type Values = Record<string, string>;

/** The form, and a way on from it: the form is busy until the page is there. */
type Place = { form: HTMLFormElement; go: (href: string) => void };

type Options = {
  /** Sends the values; answers why it was refused, or nothing when done. */
  send: (values: Values, at: Place) => Promise<AuthFault | null | undefined>;
  /** Where a refusal's field has another name in this form, by the code or by the usual field. */
  rename?: Record<string, string>;
  /** Words of this form's own for a fault. */
  words?: Partial<Record<Word, string>>;
};

/** A form of plain inputs: checks them by their own constraints, sends them, and puts refusals at their fields. */
export function useSubmission({ send, rename = {}, words = {} }: Options) {
  const t = useTranslations("auth.fault");
  const router = useRouter();
  const [leaving, startLeaving] = useTransition();
  const [pending, setPending] = useState(false);
  const [errors, setErrors] = useState<Values>({});
  const [alert, setAlert] = useState<string | null>(null);

  const go = (href: string) =>
    startLeaving(() => {
      router.push(href);
      // Pages fetched ahead were those of somebody else.
      router.refresh();
    });

  const checked = (input: HTMLInputElement): string | null => {
    const { validity, value } = input;
    if (validity.valueMissing || (input.required && value.trim() === "")) return t("required");
    if (validity.typeMismatch) return t("badEmail");
    if (input.minLength > 0 && value.length < input.minLength) return t("passwordShort");
    // Postgres stores neither NUL nor half a surrogate pair.
    return value.includes("\u0000") || !value.isWellFormed() ? t("badName") : null;
  };

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const found: Values = {};
    for (const input of inputsOf(form)) {
      const error = checked(input);
      if (error) found[input.name] = error;
    }
    setAlert(null);
    setErrors(found);
    const [first] = Object.keys(found);
    if (first) return focus(form, first);
    setPending(true);
    const values = Object.fromEntries(inputsOf(form).map(({ name, value }) => [name, value]));
    const fault = await send(values, { form, go });
    setPending(false);
    if (!fault) return;
    const { word, field } = faultOf(fault.code);
    const text = words[word] ?? t(word, faultData(fault));
    const name = field && (rename[fault.code] ?? rename[field] ?? field);
    if (!name || !form.querySelector(`input[name="${name}"]`)) return setAlert(text);
    setErrors({ [name]: text });
    focus(form, name);
  }

  return {
    pending: pending || leaving,
    errors,
    alert,
    formProps: { onSubmit, noValidate: true, method: "post" as const },
  };
}

function inputsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[name]")];
}

function focus(form: HTMLFormElement, name: string) {
  // After React has shown the error: the field is enabled again by then.
  setTimeout(() => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus());
}
