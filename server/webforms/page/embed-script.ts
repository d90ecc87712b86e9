import { utmKeys } from "../contract";

/**
 * The script that a site puts where the form should be: `<script src="…/f/embed.js" data-form="…" async></script>`. It
 * remembers, for the visitor's first page with advertising marks, where they came from, and makes a frame that grows
 * with the form.
 */
export function embedScript(): string {
  return `(function () {
  var script = document.currentScript;
  if (!script) return;
  var id = script.getAttribute("data-form");
  if (!/^[0-9a-f-]{36}$/i.test(id || "")) return;
  var home = new URL(script.src).origin;
  var keys = ${JSON.stringify(utmKeys)};
  var marks = new URLSearchParams(location.search);
  var first = null;
  try { first = JSON.parse(localStorage.getItem("pult_first_touch")); } catch (e) { first = null; }
  var here = {};
  keys.forEach(function (key) { if (marks.get(key)) here[key] = marks.get(key).slice(0, 200); });
  if (!first || (!first.marked && Object.keys(here).length)) {
    first = { utm: here, referrer: document.referrer.slice(0, 1000), landing: location.href.slice(0, 1000), marked: Object.keys(here).length > 0 };
    try { localStorage.setItem("pult_first_touch", JSON.stringify(first)); } catch (e) { /* private window */ }
  }
  var query = new URLSearchParams({ embed: "1" });
  keys.forEach(function (key) { if (first.utm && first.utm[key]) query.set(key, first.utm[key]); });
  if (first.referrer) query.set("referrer", first.referrer);
  if (first.landing) query.set("landing", first.landing);
  var frame = document.createElement("iframe");
  frame.src = home + "/f/" + id + "?" + query;
  frame.title = script.getAttribute("data-title") || "Form";
  frame.style.cssText = "width:100%;max-width:32rem;border:0;height:480px;display:block";
  frame.setAttribute("loading", "lazy");
  script.parentNode.insertBefore(frame, script);
  addEventListener("message", function (event) {
    if (event.source !== frame.contentWindow || event.origin !== home || !event.data) return;
    if (event.data.pultForm === "height") frame.style.height = Math.min(Number(event.data.height) || 480, 5000) + "px";
  });
})();
`;
}
