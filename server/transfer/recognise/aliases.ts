/** What imports can make. A deal's row may carry its contact and company: `contact.phones`. */
export const importEntities = ["lead", "deal", "contact", "company", "product", "list_item"] as const;
export type ImportEntity = (typeof importEntities)[number];

/** Field key -> the headers that mean it, parted by `|`, in Russian and English, as exports and people write them. */
type Aliases = Record<string, string>;

const record: Aliases = {
  externalId: "ID|ИД|Идентификатор|№|Record ID|Record ID - Contact|External ID|Внешний код|id записи",
  ownerId:
    "Ответственный|Ответственный пользователь|Ответственный сотрудник|Ответственный менеджер|Менеджер|Owner|Responsible|Responsible person|Assigned to|Salesperson|Contact owner|Deal owner|Company owner|Lead owner",
  createdAt:
    "Дата создания|Дата создания сделки|Дата создания контакта|Дата создания компании|Дата создания лида|Создан|Создана|Create Date|Created|Created on|Created at|Creation date",
  tags: "Теги|Тэги|Метки|Tags|Tag|Теги сделки|Теги контакта|Теги компании",
  notes:
    "Примечание|Примечание 1|Примечание 2|Примечание 3|Примечание 4|Примечание 5|Примечания|Комментарий|Комментарии|Заметка|Описание|Notes|Note|Comment|Comments|Description|Internal Notes|Deal Description",
  sourceId:
    "Источник|Источник сделки|Источник лида|Источник трафика|Source|Lead source|Original source|Original Traffic Source",
  utmSource: "utm_source|UTM Source",
  utmMedium: "utm_medium|UTM Medium",
  utmCampaign: "utm_campaign|UTM Campaign",
  utmContent: "utm_content|UTM Content",
  utmTerm: "utm_term|UTM Term",
};

const reach: Aliases = {
  phones:
    "Телефон|Телефоны|Другие телефоны|Other phones|Рабочий телефон|Рабочий прямой телефон|Мобильный телефон|Мобильный|Домашний телефон|Другой телефон|Телефон для рассылок|Номер телефона|Контактный телефон|Тел|Тел.|Сотовый|Сотовый телефон|Phone|Phone Number|Mobile|Mobile Phone|Mobile Phone Number|Work Phone|Home Phone|Other Phone|Cell",
  emails:
    "Email|E-mail|Эл. почта|Другие адреса почты|Other emails|Электронная почта|Почта|Рабочий email|Личный email|Другой email|Рабочий e-mail|Частный e-mail|Другой e-mail|E-mail для рассылок|Адрес электронной почты|Work Email|Personal Email|Other Email|Email Address|Mail",
  website:
    "Сайт|Web|Веб-сайт|Корпоративный сайт|Личная страница|Другой сайт|Website|Website URL|Company Domain Name|URL|Web site",
  address:
    "Адрес|Адреса|Addresses|Юридический адрес|Фактический адрес|Address|Street Address|Street|Улица, номер дома|Complete Address",
  city: "Город|Населенный пункт|City",
  postalCode: "Почтовый индекс|Индекс|Postal Code|Zip|Zip code",
  region: "Регион|Область|State|State/Region|Province",
  country: "Страна|Country|Country/Region",
};

const person: Aliases = {
  name: "Полное имя контакта|Полное имя|ФИО|Ф.И.О.|Имя контакта|Основной контакт|Контактное лицо|Контакт|Имя, Фамилия|Full name|Name|Contact name|Contact|Customer|Клиент",
  firstName: "Имя|First name|Given name",
  lastName: "Фамилия|Last name|Surname|Family name",
  middleName: "Отчество|Middle name|Second name|Patronymic",
  position: "Должность|Job title|Job position|Position|Title",
  birthday: "Дата рождения|День рождения|Birthday|Date of birth|Birth date",
  telegram: "Telegram|Телеграм|Контакт Telegram|Telegram ID",
  messengers:
    "Мессенджер|Мессенджеры|Messenger|WhatsApp|Ватсап|Viber|Вайбер|Контакт Viber|Skype|Скайп|Контакт Skype|VK|ВКонтакте|Контакт ВКонтакте|ICQ|Signal|MAX",
  ...reach,
};

const firm: Aliases = {
  name: "Название компании|Компания|Компания контакта|Название|Наименование|Организация|Полное наименование|Юридическое лицо|Company|Company name|Organization|Account name|Associated Company|Primary Associated Company|Name",
  taxId: "ИНН|Реквизит: ИНН|Реквизит (Россия): ИНН|УНП|БИН|Tax ID|VAT|TIN|INN|VAT number|Tax number",
  kpp: "КПП|Реквизит (Россия): КПП|KPP",
  ogrn: "ОГРН|ОГРНИП|Реквизит (Россия): ОГРН|OGRN",
  industry: "Сфера деятельности|Отрасль|Industry",
  ...reach,
};

const sale: Aliases = {
  closesAt:
    "Дата закрытия|Дата закрытия сделки|Дата завершения|Предполагаемая дата закрытия|Ожидаемая дата закрытия|Close Date|Expected Closing|Closing date|Expected close date",
  stageId:
    "Этап сделки|Стадия сделки|Стадия|Этап|Статус сделки|Статус|Stage|Deal Stage|Status|Pipeline stage",
  pipelineId: "Воронка|Воронка сделки|Направление|Направление сделки|Воронка продаж|Pipeline|Sales Team",
  lossReasonId:
    "Причина отказа|Причина закрытия|Причина проигрыша|Lost Reason|Loss reason|Closed Lost Reason",
};

const money: Aliases = {
  amountMinor:
    "Бюджет|Бюджет ₽|Бюджет ₸|Бюджет, ₽|Бюджет, руб.|Сумма|Сумма сделки|Возможная сумма|Сумма лида|Стоимость|Amount|Budget|Deal value|Value|Expected Revenue|Revenue|Price|Amount in company currency",
  currency: "Валюта|Currency|Deal Currency",
};

/** Every entity's headers, its own before those of the contact and company its row carries. */
export const aliases: Record<ImportEntity, Aliases> = {
  deal: {
    ...record,
    title: "Название сделки|Название|Сделка|Тема|Deal Name|Title|Opportunity|Deal|Name",
    ...money,
    ...sale,
    ...within("contact", person),
    ...within("company", firm),
  },
  lead: {
    ...record,
    title: "Название лида|Название|Лид|Заявка|Тема|Обращение|Lead name|Lead|Title|Subject|Opportunity",
    ...money,
    stageId: `${sale.stageId}|Статус лида|Стадия лида|Lead Status`,
    pipelineId: sale.pipelineId ?? "",
    lossReasonId: sale.lossReasonId ?? "",
    ...person,
    name: `${person.name}|Контакт: Полное имя`,
    companyName: firm.name ?? "",
    comment: "Сообщение|Текст заявки|Текст обращения|Вопрос|Message|Enquiry|Inquiry",
    page: "Страница|Страница захвата|URL страницы|Адрес страницы|Page|Page URL|Landing page|Conversion page",
    referrer: "Откуда пришёл|Реферер|Referrer|Referer|Referring site|Referral",
  },
  contact: { ...record, ...person, ...within("company", firm) },
  company: { ...record, ...firm },
  product: {
    ...record,
    name: "Название товара|Название|Наименование|Товар|Номенклатура|Product|Product name|Name|Item",
    sku: "Артикул|Код товара|Код|SKU|Internal Reference|Product code|Item code",
    priceMinor:
      "Цена|Цена продажи|Розничная цена|Базовая цена|Стоимость|Price|Sales Price|Unit price|List price",
    currency: "Валюта|Currency",
    unit: "Единица измерения|Ед. изм.|Ед.|Unit|Unit of Measure|UoM",
    taxRate: "НДС|Ставка НДС|Налог|VAT|Tax|Customer Taxes",
    taxIncluded: "НДС включён в цену|НДС включен в цену|НДС включён|Tax included|Price includes tax",
    description: "Описание|Описание товара|Детальное описание|Description|Product description",
    categoryId: "Раздел|Категория|Группа|Category|Product Category|Product Type",
  },
  list_item: {
    ...record,
    title: "Название|Наименование|Тема|Заголовок|Title|Name|Subject",
  },
};

/** The prefixes by which exports name another record's columns: "Контакт: Имя". */
export const prefixes: Record<string, "contact" | "company"> = {
  контакт: "contact",
  contact: "contact",
  компания: "company",
  company: "company",
};

function within(prefix: string, fields: Aliases): Aliases {
  return Object.fromEntries(Object.entries(fields).map(([key, headers]) => [`${prefix}.${key}`, headers]));
}
