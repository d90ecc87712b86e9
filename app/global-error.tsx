"use client";

import "./globals.css";
import { useSyncExternalStore } from "react";
import { LostPage } from "@/components/site/lost-page";
import { Button } from "@/components/ui/button";
import en from "@/messages/en/site.json";
import ru from "@/messages/ru/site.json";

type Props = { error: Error & { digest?: string }; retry: () => void };

/**
 * When even the root layout failed: no provider is there, so the words are taken by hand. Every page carries this
 * one along: it takes the words it says, and not all there are.
 */
export default function GlobalError({ error, retry }: Props) {
  const russian = useSyncExternalStore(
    () => () => undefined,
    () => /pult_language=ru/.test(document.cookie) || navigator.language.startsWith("ru"),
    () => false,
  );
  const words = (russian ? ru : en).broken;
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
