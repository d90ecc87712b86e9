import { utmKeys } from "../contract";
import type { Asked, OpenForm } from "../open-form";
import type { FaultCode, Faults, Typed } from "../read-answer";
import { keptToken, trapField } from "../spam";
import { html, type Markup, raw } from "./html";
import { styles } from "./styles";
import { words } from "./words";

export type Shown = {
  typed: Typed;
  faults: Faults;
  why: "fields" | "stale" | "too_many" | "closed" | null;
  embedded: boolean;
  nonce: string;
};

/** A form's whole page: works without scripts, in a frame or by itself. */
export function renderForm(open: OpenForm, shown: Shown): string {
  const { form, asked, ctx } = open;
  const { design } = form;
  const say = words[design.language];
  const why = form.closed ? "closed" : shown.why;
  const alert = why && html`<p class="alert" role="alert">${say.why[why]}</p>`;
  const hidden = [...utmKeys, "referrer", "landing"].map((key) => {
    const value = one(shown.typed[key]);
    return value ? html`<input type="hidden" name="${key}" value="${value}">` : html``;
  });
  const fields = asked.map((field) => renderField(field, shown, design.language));
  const body = html`<h1>${design.heading}</h1>
${design.text && html`<p class="lead">${design.text}</p>`}${alert}
${
  !form.closed &&
  html`<form method="post" novalidate>
<input type="hidden" name="token" value="${keptToken(form.id, one(shown.typed.token), ctx.now())}">${hidden}
<div class="trap" aria-hidden="true"><label for="${trapField}">${say.trap}</label><input id="${trapField}" name="${trapField}" tabindex="-1" autocomplete="off"></div>
${fields}${renderConsent(open, shown)}
<button type="submit">${design.button}</button>
</form>`
}`;
  return page(open, shown, body);
}

/** What is shown after an answer was taken. */
export function renderTaken(open: OpenForm, shown: Pick<Shown, "embedded" | "nonce">): string {
  const { after } = open.form.design;
  const tick = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="m8 12 3 3 5-6"/></svg>`;
  const text =
    after.kind === "message"
      ? html`<p>${after.text}</p>`
      : html`<p><a href="${after.url}" target="_top">${after.url}</a></p>`;
  return page(open, shown, html`<div class="done" role="status">${tick}${text}</div>`);
}

/** What is shown where no form is. */
export function renderMissing(language: "en" | "ru"): string {
  const text = words[language].missing;
  return document(language, text, "#3b5bdb", false, html`<p class="lead">${text}</p>`, html``);
}

function page(
  { form: { design } }: OpenForm,
  shown: Pick<Shown, "embedded" | "nonce">,
  body: Markup,
): string {
  const script = shown.embedded ? html`<script nonce="${shown.nonce}">${raw(resize)}</script>` : html``;
  return document(design.language, design.heading, design.colour, shown.embedded, body, script);
}

function document(
  language: string,
  title: string,
  accent: string,
  embedded: boolean,
  body: Markup,
  script: Markup,
): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>:root{--accent:${accent}}${raw(styles)}</style></head>
<body${embedded ? raw(' class="embed"') : null}><main><div class="card">${body}</div></main>${script}</body></html>`
    .text;
}

// The frame grows with the page; whoever frames it listens for its own frame only.
const resize = `(function(){var last=0;function tell(){var h=Math.ceil(document.querySelector("main").getBoundingClientRect().height);if(h!==last){last=h;parent.postMessage({pultForm:"height",height:h},"*")}}new ResizeObserver(tell).observe(document.querySelector("main"));tell()})();`;

type Language = keyof typeof words;

function renderField(field: Asked, shown: Shown, language: Language): Markup {
  const fault = shown.faults[field.key];
  const id = `f-${field.key}`;
  const notes = renderNotes(field, fault, language);
  if (field.type === "checkbox") return renderTick(field, shown, notes);
  if (field.type === "multi_list") return renderChoices(field, shown, notes);
  const described = [fault && `${id}-fault`, field.hint && `${id}-hint`].filter(Boolean).join(" ");
  const attributes = html`id="${id}" name="${field.key}"${described && html` aria-describedby="${described}"`}${fault && html` aria-invalid="true"`}${field.required && html` aria-required="true"`}`;
  const value = one(shown.typed[field.key]);
  const label = html`<label for="${id}">${field.label}${star(field)}</label>`;
  return html`<div>${label}${control(field, attributes, value, words[language].choose)}${notes}</div>`;
}

function control(field: Asked, attributes: Markup, value: string, choose: string): Markup {
  if (field.type === "long_text")
    return html`<textarea ${attributes} rows="4" maxlength="5000">${value}</textarea>`;
  if (field.type === "list") {
    const options = field.choices.map(
      ({ id, name }) => html`<option value="${id}"${id === value && raw(" selected")}>${name}</option>`,
    );
    return html`<select ${attributes}><option value="">${choose}</option>${options}</select>`;
  }
  const look = looks[field.key] ?? looks[field.type] ?? { type: "text" };
  return html`<input ${attributes} type="${look.type}"${look.fill && html` autocomplete="${look.fill}"`}${look.mode && html` inputmode="${look.mode}"`} value="${value}" maxlength="500">`;
}

const looks: Record<string, { type: string; fill?: string; mode?: string }> = {
  name: { type: "text", fill: "name" },
  companyName: { type: "text", fill: "organization" },
  phone: { type: "tel", fill: "tel" },
  email: { type: "email", fill: "email" },
  number: { type: "text", mode: "decimal" },
  date: { type: "date" },
  url: { type: "url", fill: "url" },
};

function renderTick(field: Asked, shown: Shown, notes: Markup): Markup {
  const checked = one(shown.typed[field.key]) === "on";
  return html`<div><label class="tick"><input type="checkbox" name="${field.key}"${checked && raw(" checked")}><span>${field.label}${star(field)}</span></label>${notes}</div>`;
}

function renderChoices(field: Asked, shown: Shown, notes: Markup): Markup {
  const typed = shown.typed[field.key] ?? [];
  const chosen = Array.isArray(typed) ? typed : [typed];
  const ticks = field.choices.map(
    ({ id, name }) =>
      html`<label class="tick"><input type="checkbox" name="${field.key}" value="${id}"${chosen.includes(id) && raw(" checked")}><span>${name}</span></label>`,
  );
  return html`<fieldset><legend>${field.label}${star(field)}</legend>${ticks}${notes}</fieldset>`;
}

function renderConsent({ form: { design } }: OpenForm, shown: Shown): Markup {
  const { consent, language } = design;
  if (!consent) return html``;
  const checked = one(shown.typed.consent) === "on";
  const fault = shown.faults.consent;
  const link =
    consent.url &&
    html` <a href="${consent.url}" target="_blank" rel="noopener">${words[language].policy}</a>`;
  return html`<div><label class="tick"><input type="checkbox" name="consent"${checked && raw(" checked")}${fault && html` aria-invalid="true" aria-describedby="f-consent-fault"`}><span>${consent.text}${link}</span></label>${fault && html`<p class="fault" id="f-consent-fault">${words[language].faults[fault]}</p>`}</div>`;
}

function renderNotes(field: Asked, fault: FaultCode | undefined, language: Language): Markup {
  const id = `f-${field.key}`;
  return html`${fault && html`<p class="fault" id="${id}-fault">${words[language].faults[fault]}</p>`}${field.hint && html`<p class="hint" id="${id}-hint">${field.hint}</p>`}`;
}

function star(field: Asked): Markup {
  return field.required ? html`<span class="star" aria-hidden="true">*</span>` : html``;
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
