/** Who may see the operator's pages: somebody of each language. */
export const operatorEmails = { en: "operator-en@example.com", ru: "operator-ru@example.com" };
