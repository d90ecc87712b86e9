/** The words of the letters about an account. */
export const accountLetters = {
  verify: {
    en: {
      title: "Confirm your email",
      paragraphs: (name: string) => [
        `Hello, ${name}!`,
        "One click and your Pult account is confirmed. The link works for an hour.",
      ],
      button: "Confirm email",
    },
    ru: {
      title: "Подтвердите почту",
      paragraphs: (name: string) => [
        `Здравствуйте, ${name}!`,
        "Один щелчок — и аккаунт в Пульте подтверждён. Ссылка действует час.",
      ],
      button: "Подтвердить почту",
    },
  },
  reset: {
    en: {
      title: "Set a new password",
      paragraphs: (name: string) => [
        `Hello, ${name}!`,
        "Somebody, most likely you, asked for a new password. If it wasn't you, do nothing: the old one stays.",
      ],
      button: "Set a new password",
    },
    ru: {
      title: "Новый пароль",
      paragraphs: (name: string) => [
        `Здравствуйте, ${name}!`,
        "Кто-то, скорее всего вы, попросил сменить пароль. Если это были не вы, ничего не делайте: старый останется.",
      ],
      button: "Задать новый пароль",
    },
  },
  invite: {
    en: {
      title: (workspace: string) => `${workspace} invites you to Pult`,
      paragraphs: (inviter: string, workspace: string) => [
        `${inviter} invites you to work together in “${workspace}”.`,
        "The invitation is for this address only and works for seven days.",
      ],
      button: "Accept the invitation",
    },
    ru: {
      title: (workspace: string) => `${workspace} приглашает вас в Пульт`,
      paragraphs: (inviter: string, workspace: string) => [
        `${inviter} приглашает вас работать вместе в пространстве «${workspace}».`,
        "Приглашение только для этого адреса и действует семь дней.",
      ],
      button: "Принять приглашение",
    },
  },
};
