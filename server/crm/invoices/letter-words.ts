/** The words of the letter an invoice comes with. */
export const invoiceLetter = {
  en: {
    subject: (number: string, seller: string) => `Invoice ${number} from ${seller}`,
    text: (number: string, total: string, due: string | null) =>
      `Invoice ${number} for ${total}${due ? `, to be paid by ${due}` : ""}. The PDF is attached; the page always shows how things stand.`,
    button: "Open the invoice",
  },
  ru: {
    subject: (number: string, seller: string) => `Счёт ${number} от ${seller}`,
    text: (number: string, total: string, due: string | null) =>
      `Счёт ${number} на сумму ${total}${due ? `, оплатить до ${due}` : ""}. PDF приложен к письму, а на странице счёта всегда видно, сколько уже оплачено.`,
    button: "Открыть счёт",
  },
};
