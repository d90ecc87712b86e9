CREATE TABLE "field_layout" (
	"organization_id" uuid,
	"id" uuid,
	"entity" text NOT NULL,
	"list_id" uuid,
	"sections" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "field_layout_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "field_layout_of" UNIQUE NULLS NOT DISTINCT("organization_id","entity","list_id"),
	CONSTRAINT "field_layout_list" CHECK (("entity" = 'list_item') = ("list_id" is not null))
);
--> statement-breakpoint
-- Sections so far were names on fields, in the order of their first fields.
INSERT INTO "field_layout" ("organization_id", "id", "entity", "list_id", "sections", "version")
SELECT organization_id, gen_random_uuid(), entity, list_id,
  '[{"name": null, "keys": []}]'::jsonb || jsonb_agg(jsonb_build_object('name', section, 'keys', keys) ORDER BY first), 1
FROM (
  SELECT organization_id, entity, list_id, section, jsonb_agg(key ORDER BY position, id) AS keys, min(position) AS first
  FROM "custom_field" WHERE section IS NOT NULL GROUP BY organization_id, entity, list_id, section
) AS named
GROUP BY organization_id, entity, list_id;--> statement-breakpoint
ALTER TABLE "custom_field" DROP COLUMN "section";--> statement-breakpoint
ALTER TABLE "field_layout" ADD CONSTRAINT "field_layout_nq21xc9e2LSx_fkey" FOREIGN KEY ("organization_id","list_id") REFERENCES "list"("organization_id","id");--> statement-breakpoint
ALTER TABLE "field_layout" ADD CONSTRAINT "field_layout_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;