/** Currencies by their names in the reader's language; the codes are shown before them. */
export function currencyOptions(codes: readonly string[], language: string) {
  const names = new Intl.DisplayNames(language, { type: "currency" });
  return codes.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}
