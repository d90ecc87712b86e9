/** A plain, readable letter around a few paragraphs and at most one button; made for every mail client. */
export function letter(content: {
  title: string;
  paragraphs: string[];
  button?: { label: string; url: string };
}): {
  html: string;
  text: string;
} {
  const { title, paragraphs, button } = content;
  const body = paragraphs.map((line) => `<p style="margin:0 0 16px">${escape(line)}</p>`).join("");
  const link = button
    ? `<p style="margin:24px 0"><a href="${escape(button.url)}" style="background:#0f5f55;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">${escape(button.label)}</a></p>`
    : "";
  const html = `<!doctype html><html><body style="margin:0;background:#f4f2ee;padding:32px 16px;font:16px/1.5 system-ui,sans-serif;color:#1d2422"><div style="max-width:520px;margin:0 auto;background:#fff;border-radius:12px;padding:32px"><h1 style="font-size:20px;margin:0 0 16px">${escape(title)}</h1>${body}${link}</div></body></html>`;
  const text = [title, ...paragraphs, button?.url].filter(Boolean).join("\n\n");
  return { html, text };
}

/** Text made safe inside HTML. */
export function escape(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
