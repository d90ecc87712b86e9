import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "@/messages";
import { requestLanguage } from "./language";

export default getRequestConfig(async () => {
  const locale = await requestLanguage();
  return { locale, messages: messagesOf(locale), timeZone: "UTC" };
});
