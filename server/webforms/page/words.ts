import type { FaultCode } from "../read-answer";

type Words = {
  faults: Record<FaultCode, string>;
  why: Record<"fields" | "stale" | "too_many" | "closed", string>;
  choose: string;
  trap: string;
  missing: string;
  policy: string;
};

/** What a form's page says by itself, in the form's language. */
export const words: Record<"en" | "ru", Words> = {
  en: {
    faults: {
      required: "Fill this in.",
      invalid: "Choose from the list.",
      too_long: "This is too long.",
      unstorable: "This text has characters that cannot be saved.",
      email: "This is not an email address.",
      phone: "This is not a phone number.",
      number: "This is not a number.",
      date: "This is not a date.",
      url: "This is not an address.",
      consent: "Tick this to send the form.",
    },
    why: {
      fields: "Please check the fields below.",
      stale: "This page was open for a long time. Please send it again.",
      too_many: "Too many answers just now. Please try again in ten minutes.",
      closed: "This form takes no answers at the moment.",
    },
    choose: "Choose…",
    trap: "Leave this empty",
    missing: "This form is not here any more.",
    policy: "Read more",
  },
  ru: {
    faults: {
      required: "Заполните это поле.",
      invalid: "Выберите из списка.",
      too_long: "Слишком длинно.",
      unstorable: "В тексте есть символы, которые нельзя сохранить.",
      email: "Это не похоже на адрес почты.",
      phone: "Это не похоже на телефон.",
      number: "Это не число.",
      date: "Это не дата.",
      url: "Это не адрес.",
      consent: "Отметьте, чтобы отправить форму.",
    },
    why: {
      fields: "Проверьте поля ниже.",
      stale: "Страница была открыта слишком долго. Отправьте ещё раз.",
      too_many: "Слишком много обращений подряд. Попробуйте через десять минут.",
      closed: "Сейчас форма не принимает ответы.",
    },
    choose: "Выберите…",
    trap: "Оставьте это поле пустым",
    missing: "Этой формы больше нет.",
    policy: "Подробнее",
  },
};
