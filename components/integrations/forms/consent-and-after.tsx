"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import type { PartProps } from "./form-draft";

/** What people agree to, and what they see after sending. */
export function ConsentAndAfter({ draft: { design }, changeDesign, errors }: PartProps) {
  const t = useTranslations("integrations.forms");
  const { consent, after } = design;
  const defaultConsent = t("defaults.consent");
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <div className="flex flex-col gap-3">
        <Checkbox
          label={t("consent")}
          checked={consent !== null}
          onCheckedChange={(on) =>
            changeDesign({ consent: on === true ? { text: defaultConsent, url: null } : null })
          }
        />
        {consent && (
          <>
            <Field label={t("consentText")} error={errors["design.consent.text"]} required>
              <Textarea
                value={consent.text}
                maxLength={500}
                onChange={(e) => changeDesign({ consent: { ...consent, text: e.target.value } })}
              />
            </Field>
            <Field label={t("consentUrl")} error={errors["design.consent.url"]}>
              <Input
                type="url"
                placeholder="https://"
                value={consent.url ?? ""}
                onChange={(e) => changeDesign({ consent: { ...consent, url: e.target.value || null } })}
              />
            </Field>
          </>
        )}
      </div>
      <div className="flex flex-col gap-3">
        <div className="flex flex-col gap-1">
          <p className="text-sm font-medium">{t("after")}</p>
          <Segmented
            label={t("after")}
            value={after.kind}
            onValueChange={(kind) =>
              changeDesign({
                after: kind === "message" ? { kind, text: t("defaults.message") } : { kind, url: "https://" },
              })
            }
            segments={[
              { value: "message", label: t("afterKind.message") },
              { value: "redirect", label: t("afterKind.redirect") },
            ]}
          />
        </div>
        {after.kind === "message" ? (
          <Field label={t("message")} error={errors["design.after.text"]} required>
            <Textarea
              value={after.text}
              maxLength={500}
              onChange={(e) => changeDesign({ after: { kind: "message", text: e.target.value } })}
            />
          </Field>
        ) : (
          <Field label={t("redirect")} error={errors["design.after.url"]} required>
            <Input
              type="url"
              value={after.url}
              onChange={(e) => changeDesign({ after: { kind: "redirect", url: e.target.value } })}
            />
          </Field>
        )}
      </div>
    </div>
  );
}
