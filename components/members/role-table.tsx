import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { Messages } from "@/messages";
import { type Operation, operations, roles, scopeOf } from "@/server/platform/permissions";

/** What each role may do and on whose records, read from the very table that decides it. */
export function RoleTable() {
  const t = useTranslations("settings.roles");
  const roleName = useTranslations("auth.role");
  const words = useTranslations("settings.roles.operations");
  return (
    <Card className="p-0">
      <CardHeader title={t("title")} text={t("text")} className="mb-0 p-4" />
      {/* It scrolls sideways on a phone, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={t("title")} tabIndex={0} className="overflow-x-auto rounded-b-lg">
        <table className="w-full border-separate border-spacing-0 text-left">
          <thead>
            <tr>
              <th scope="col" className={cn(head, "sticky left-0 bg-surface")}>
                {t("operation")}
              </th>
              {roles.map((role) => (
                <th key={role} scope="col" className={cn(head, "text-center")}>
                  {roleName(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {operations.map((operation) => (
              <tr key={operation}>
                <th scope="row" className="sticky left-0 border-t bg-surface px-4 py-2 font-normal">
                  {words(key(operation))}
                </th>
                {roles.map((role) => {
                  const scope = scopeOf(role, operation);
                  return (
                    <td
                      key={role}
                      className={cn(
                        "border-t px-2 py-2 text-center text-sm",
                        scope ? looks[scope] : "text-ink-faint",
                      )}
                    >
                      {t(`scope.${scope ?? "none"}`)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

const head = "border-t px-2 py-2 align-bottom text-sm font-medium text-ink-muted first:px-4";

const looks = { own: "text-ink", team: "text-accent-text", all: "font-semibold text-accent-text" };

type Word = keyof Messages["settings"]["roles"]["operations"];

/** Messages nest at dots, so `deal.view` is called `deal_view` there. */
function key(operation: Operation): Word {
  return operation.replace(".", "_") as Word;
}
