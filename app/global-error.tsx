"use client";

import "./globals.css";
import { useSyncExternalStore } from "react";
import { LostPage } from "@/components/site/lost-page";
import { Button } from "@/components/ui/button";
import { messagesOf } from "@/messages";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** When even the root layout failed: no provider is there, so the words are taken by hand. */
export default function GlobalError({ error, retry }: Props) {
  const russian = useSyncExternalStore(
    () => () => undefined,
    () => /pult_language=ru/.test(document.cookie) || navigator.language.startsWith("ru"),
    () => false,
  );
  const words = messagesOf(russian ? "ru" : "en").site.broken;
  return (
    <html lang={russian ? "ru" : "en"}>
      <body>
        <LostPage
          title={words.title}
          text={words.text}
          note={error.digest ? words.code.replace("{code}", error.digest) : null}
        >
          <Button variant="primary" size="lg" onClick={retry}>
            {words.retry}
          </Button>
        </LostPage>
      </body>
    </html>
  );
}
