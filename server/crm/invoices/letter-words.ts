/** The words of the letter an invoice comes with. */
export const invoiceLetter = {
  en: {
    subject: (number: string, seller: string) => `Invoice ${number} from ${seller}`,
    text: (number: string, total: string, due: string | null) =>
      `Invoice ${number} for ${total}${due ? `, to be paid by ${due}` : ""}. The page has the invoice as a PDF.`,
    button: "Open the invoice",
  },
  ru: {
    subject: (number: string, seller: string) => `Счёт ${number} от ${seller}`,
    text: (number: string, total: string, due: string | null) =>
      `Счёт ${number} на сумму ${total}${due ? `, оплатить до ${due}` : ""}. На странице его можно скачать в PDF.`,
    button: "Открыть счёт",
  },
};
