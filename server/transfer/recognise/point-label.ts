const nouns = new Set([
  ...[
    "телефон",
    "телефоны",
    "тел",
    "номер",
    "email",
    "emails",
    "e-mail",
    "mail",
    "почта",
    "эл",
    "электронная",
    "адрес",
  ],
  ...[
    "phone",
    "phones",
    "number",
    "address",
    "contact",
    "контакт",
    "контакта",
    "контактный",
    "мессенджер",
    "мессенджеры",
    "messenger",
  ],
  ...["messengers", "id", "другой", "другие", "other"],
]);

/**
 * Which of somebody's phones or emails a column has, as its header tells: "Рабочий" of "Контакт: Рабочий телефон", "Mobile" of
 * "Mobile Phone", "Viber". Null for a header that says no more than what it is.
 */
export function pointLabel(header: string): string | null {
  const bare = header.slice(header.lastIndexOf(":") + 1).trim();
  const words = bare
    .split(/\s+/)
    .filter((word) => word !== "" && !nouns.has(word.toLowerCase().replace(/\.$/, "")));
  const label = words.join(" ");
  return label === "" || label.length > 60 || words.length > 3 || !plain.test(label) ? null : label;
}

// Words, and not "рассылок" of "для рассылок": what is no label is left out.
const plain = /^(?!для\s|for\s)[\p{L} -]+$/u;
