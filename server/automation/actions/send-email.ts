import { z } from "zod";
import { letter, sendEmail as send } from "@/server/messaging";
import { AppError, automatedEntities } from "@/server/platform";
import { email } from "@/server/platform/text";
import { defineAction } from "../define-action";
import { optionalTemplate, template } from "../params";
import { personOf } from "../record/view";

/** Sends a letter, to the contact unless told otherwise. One letter a visit, whatever is repeated. */
export const sendEmail = defineAction({
  type: "email.send",
  label: { en: "Send an email", ru: "Отправить письмо" },
  hint: { en: "To the contact or any address", ru: "Контакту или на любой адрес" },
  icon: "mail",
  entities: automatedEntities,
  effect: "outside",
  told: "by robot",
  params: z.strictObject({
    to: optionalTemplate(254, {
      label: { en: "To", ru: "Кому" },
      hint: { en: "Empty: the contact", ru: "Пусто — контакту" },
      placeholder: { en: "{{ contact.email }}", ru: "{{ contact.email }}" },
    }),
    subject: template(300, { label: { en: "Subject", ru: "Тема" } }),
    body: template(20_000, { label: { en: "Text", ru: "Текст" } }),
  }),
  async run({ ctx, params, record, key }) {
    const to = email().safeParse(params.to || personOf(record)?.email);
    if (!to.success) throw new AppError("EMAIL_ADDRESS_MISSING", {}, { field: "to" });
    const paragraphs = params.body.split(/\n{2,}/).map((part) => part.trim());
    const subject = params.subject.replace(/\s+/g, " ");
    const sent = await send({
      organizationId: ctx.organizationId,
      key,
      to: to.data,
      subject,
      ...letter({ title: subject, paragraphs: paragraphs.filter(Boolean) }),
      about: { entity: record.entity, recordId: record.id },
    });
    return { result: { messageId: sent.id, status: sent.status }, summary: to.data };
  },
});
