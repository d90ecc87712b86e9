"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { GroupInput, InputGroup } from "@/components/ui/input";

/** A password with a button that shows what was typed. */
export function PasswordInput(props: ComponentProps<"input">) {
  const t = useTranslations("auth");
  const [shown, setShown] = useState(false);
  return (
    <InputGroup
      after={
        <button
          type="button"
          aria-label={t(shown ? "hidePassword" : "showPassword")}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="-mr-1.5 grid size-7 shrink-0 place-items-center rounded-sm hover:text-ink"
        >
          {shown ? <EyeOff /> : <Eye />}
        </button>
      }
    >
      <GroupInput {...props} type={shown ? "text" : "password"} />
    </InputGroup>
  );
}
