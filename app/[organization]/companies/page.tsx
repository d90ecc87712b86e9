import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordsPage } from "@/components/records/records-page";
import { ImportLink } from "@/components/transfer/import-link";
import { ListExport } from "@/components/transfer/list-export";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("records"))("entity.company.many") };
}

export default function Page() {
  return (
    <RecordsPage
      entity="company"
      actions={
        <>
          <ListExport entity="company" />
          <ImportLink entity="company" />
        </>
      }
    />
  );
}
