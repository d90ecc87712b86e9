import { defineType, textIn } from "../define-type";

/** What a robot was told to say; it names its reader itself. */
export const robot = defineType({
  type: "robot",
  label: { en: "Robots' notices", ru: "Уведомления роботов" },
  hint: { en: "What robots were told to tell you", ru: "То, что роботам поручено вам сообщить" },
  channel: "app",
  on: [],
  audience: () => [],
  say: { en: ({ data }) => textIn(data, "text"), ru: ({ data }) => textIn(data, "text") },
});
