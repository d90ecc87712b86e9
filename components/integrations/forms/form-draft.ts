import type { Form, FormDesign, FormField } from "@/server/webforms/contract";

/** A form as it is edited: a new one has no id yet. */
export type FormDraft = Omit<Form, "id" | "version" | "updatedAt">;

/** What each part of the editor is given. */
export type PartProps = {
  draft: FormDraft;
  change: (changes: Partial<FormDraft>) => void;
  changeDesign: (changes: Partial<FormDesign>) => void;
  errors: Record<string, string>;
};

type Words = Record<"name" | "heading" | "intro" | "button" | "message" | "consent", string>;
type Labels = Record<"name" | "phone" | "email" | "comment", string>;

/** What a new form begins with: enough to be put to use as it is. */
export function newDraft(language: "en" | "ru", words: Words, labels: Labels): FormDraft {
  const field = (key: keyof Labels, required: boolean): FormField => ({
    ...{ key, label: labels[key], hint: null, required },
  });
  return {
    name: words.name,
    design: {
      language,
      heading: words.heading,
      text: words.intro,
      button: words.button,
      colour: "#0b6b58",
      fields: [field("name", true), field("phone", true), field("email", false), field("comment", false)],
      consent: { text: words.consent, url: null },
      after: { kind: "message", text: words.message },
      notify: true,
    },
    sourceId: null,
    ownerIds: [],
    closed: false,
  };
}

/** The fields with one put behind another; null for the front. */
export function movedField(fields: readonly FormField[], key: string, afterKey: string | null): FormField[] {
  const moved = fields.find((field) => field.key === key);
  const others = fields.filter((field) => field.key !== key);
  if (!moved) return others;
  const at = afterKey === null ? 0 : others.findIndex((field) => field.key === afterKey) + 1;
  return others.toSpliced(at, 0, moved);
}
