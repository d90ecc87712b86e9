import { describe, expect, it } from "vitest";
import { assertTemplate, render } from "./render";

const view = { deal: { title: 'A <b>"big"</b> one', amount: "1 500 ₽" }, contact: null };
const invalid = { code: "TEMPLATE_INVALID" };

describe("a template", () => {
  it("fills in values; what is absent becomes nothing", async () => {
    expect(await render("{{ deal.amount }}, {{ contact.name }}{{ no.such.thing }}!", view, "text")).toBe(
      "1 500 ₽, !",
    );
  });

  it("escapes what it puts into HTML, and nothing in text", async () => {
    expect(await render("<i>{{ deal.title }}</i>", view, "html")).toBe(
      "<i>A &lt;b&gt;&#34;big&#34;&lt;/b&gt; one</i>",
    );
    expect(await render("{{ deal.title }}", view, "text")).toBe(view.deal.title);
  });

  const files = [
    "{% include '/etc/passwd' %}",
    "{% render '../../package.json' %}",
    "{% layout 'package.json' %}{% block a %}{% endblock %}",
    "{% include deal.title %}",
  ];
  it.each(files)("reads no file of the server: %s", async (template) => {
    await expect(render(template, view, "text")).rejects.toMatchObject(invalid);
  });

  it.each(["{{ deal.constructor }}", "{{ deal.__proto__.toString }}", "{{ deal.title.constructor.name }}"])(
    "reaches no prototype: %s",
    async (template) => expect(await render(template, view, "text")).toBe(""),
  );

  // What Liquid's own limits do not reach: it looks at the clock between tags, and this is a single one.
  const sieves = " | where_exp: 'x', 'x contains \"a\"'".repeat(40);
  const endless = `{{ '${"a,".repeat(30_000)}' | split: ','${sieves} | size }}`;
  const poisoned = [
    endless,
    "{% if true %}".repeat(7_000),
    "{% for a in (1..100000000) %}x{% endfor %}",
    "{% assign x = 'aaaaaaaaaa' %}{% for a in (1..5000) %}{% assign x = x | append: x %}{% endfor %}{{ x }}",
    "{% for a in (1..5000) %}{% for b in (1..5000) %}{% for c in (1..5000) %}y{% endfor %}{% endfor %}{% endfor %}",
  ];
  it.each(poisoned.map((template) => [template.slice(0, 40), template]))(
    "that is poisoned ends early: %s…",
    async (_, template) => {
      const started = Date.now();
      await expect(render(template, view, "text")).rejects.toMatchObject(invalid);
      expect(Date.now() - started).toBeLessThan(5_000);
    },
  );

  it("that never ends holds up neither the server nor the template after it", async () => {
    const began = Date.now();
    let ticks = 0;
    const clock = setInterval(() => ticks++, 20);
    const [poisonous, sound] = await Promise.allSettled([
      render(endless, view, "text"),
      render("{{ deal.amount }}", view, "text"),
    ]);
    clearInterval(clock);
    expect(poisonous).toMatchObject({ status: "rejected", reason: invalid });
    expect(sound).toEqual({ status: "fulfilled", value: "1 500 ₽" });
    // A blocked server would not have ticked while the template was at work.
    expect(ticks).toBeGreaterThan((Date.now() - began) / 200);
  });

  it.each([["{{ deal.title "], ["{% if %}"], ["{% nothing %}"], ["{% for %}"], ["x".repeat(200_000)]])(
    "with a mistake, or too long, is refused at its field",
    async (template) => {
      await expect(assertTemplate(template, "params.title")).rejects.toMatchObject({
        ...invalid,
        field: "params.title",
      });
    },
  );
});
