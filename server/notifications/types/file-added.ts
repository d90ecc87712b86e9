import { defineType, followers, idsIn, textIn } from "../define-type";

/** Files came to a record one owns or watches; those somebody adds one after another are one notice. */
export const fileAdded = defineType({
  type: "file_added",
  label: { en: "Files", ru: "Файлы" },
  hint: { en: "On records you own or watch", ru: "В карточках, за которые вы отвечаете или наблюдаете" },
  channel: "app",
  on: [{ event: "file.added" }],
  audience: (_, setting) => followers(setting),
  data: (_tx, _ctx, { data }) => ({ files: [textIn(data, "name")] }),
  fold: (before, next) => ({ files: [...idsIn(before, "files"), ...idsIn(next, "files")].slice(-50) }),
  say: {
    en: ({ by, data }) => {
      const names = idsIn(data, "files");
      const what = names.length === 1 ? `a file: ${names[0]}` : `${names.length} files: ${names.join(", ")}`;
      return `${by ?? "Pult"} added ${what}`;
    },
    ru: ({ by, data }) => {
      const names = idsIn(data, "files");
      const what = names.length === 1 ? "Новый файл" : `Новые файлы (${names.length})`;
      return `${what}: ${names.join(", ")}${by ? `. От: ${by}` : ""}`;
    },
  },
});
