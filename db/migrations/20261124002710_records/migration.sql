-- Whoever owns the tables, a superuser or not, must see the rows there are; security.sql forces the policies again.
ALTER TABLE "company" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contact" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deal" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_point" (
	"organization_id" uuid,
	"id" uuid,
	"record_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"key" text collate "C" NOT NULL,
	"label" text,
	"position" text collate "C" NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_point_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "contact_point_kind" CHECK ("kind" in ('phone','email','messenger','address','site','tax_id'))
);
--> statement-breakpoint
CREATE TABLE "record" (
	"organization_id" uuid,
	"id" uuid,
	"entity" text NOT NULL,
	"title" text NOT NULL,
	"search" text NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	CONSTRAINT "record_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "custom_field" (
	"organization_id" uuid,
	"id" uuid,
	"entity" text NOT NULL,
	"key" text NOT NULL,
	"type" text NOT NULL,
	"label" text NOT NULL,
	"options" jsonb DEFAULT '{}' NOT NULL,
	"section" text,
	"position" text collate "C" NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"filterable" boolean DEFAULT false NOT NULL,
	"slot" text,
	"archived_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "custom_field_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "custom_field_by_key" UNIQUE("organization_id","entity","key"),
	CONSTRAINT "custom_field_key" CHECK ("key" ~ '^c_[a-z0-9_]{1,40}$')
);
--> statement-breakpoint
DROP INDEX "company_name_trgm";--> statement-breakpoint
DROP INDEX "contact_name_trgm";--> statement-breakpoint
DROP INDEX "deal_title_trgm";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "custom" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_text1" text collate "C";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_text2" text collate "C";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_text3" text collate "C";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_text4" text collate "C";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_text5" text collate "C";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_text6" text collate "C";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_text7" text collate "C";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_text8" text collate "C";--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_number1" bigint;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_number2" bigint;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_number3" bigint;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_number4" bigint;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_number5" bigint;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_number6" bigint;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_number7" bigint;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_number8" bigint;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_time1" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_time2" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_time3" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "slot_time4" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "custom" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_text1" text collate "C";--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_text2" text collate "C";--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_text3" text collate "C";--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_text4" text collate "C";--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_text5" text collate "C";--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_text6" text collate "C";--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_text7" text collate "C";--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_text8" text collate "C";--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_number1" bigint;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_number2" bigint;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_number3" bigint;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_number4" bigint;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_number5" bigint;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_number6" bigint;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_number7" bigint;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_number8" bigint;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_time1" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_time2" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_time3" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "slot_time4" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "custom" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_text1" text collate "C";--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_text2" text collate "C";--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_text3" text collate "C";--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_text4" text collate "C";--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_text5" text collate "C";--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_text6" text collate "C";--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_text7" text collate "C";--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_text8" text collate "C";--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_number1" bigint;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_number2" bigint;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_number3" bigint;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_number4" bigint;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_number5" bigint;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_number6" bigint;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_number7" bigint;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_number8" bigint;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_time1" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_time2" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_time3" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "deal" ADD COLUMN "slot_time4" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "contact_point_record" ON "contact_point" ("organization_id","record_id","kind","position");--> statement-breakpoint
CREATE INDEX "contact_point_key" ON "contact_point" ("organization_id","kind","key");--> statement-breakpoint
CREATE INDEX "record_newest" ON "record" ("organization_id","entity","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "record_search" ON "record" USING gin ("search" gin_trgm_ops) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "company_slot_text1" ON "company" ("organization_id","slot_text1","id") WHERE "slot_text1" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_text2" ON "company" ("organization_id","slot_text2","id") WHERE "slot_text2" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_text3" ON "company" ("organization_id","slot_text3","id") WHERE "slot_text3" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_text4" ON "company" ("organization_id","slot_text4","id") WHERE "slot_text4" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_text5" ON "company" ("organization_id","slot_text5","id") WHERE "slot_text5" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_text6" ON "company" ("organization_id","slot_text6","id") WHERE "slot_text6" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_text7" ON "company" ("organization_id","slot_text7","id") WHERE "slot_text7" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_text8" ON "company" ("organization_id","slot_text8","id") WHERE "slot_text8" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_number1" ON "company" ("organization_id","slot_number1","id") WHERE "slot_number1" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_number2" ON "company" ("organization_id","slot_number2","id") WHERE "slot_number2" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_number3" ON "company" ("organization_id","slot_number3","id") WHERE "slot_number3" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_number4" ON "company" ("organization_id","slot_number4","id") WHERE "slot_number4" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_number5" ON "company" ("organization_id","slot_number5","id") WHERE "slot_number5" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_number6" ON "company" ("organization_id","slot_number6","id") WHERE "slot_number6" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_number7" ON "company" ("organization_id","slot_number7","id") WHERE "slot_number7" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_number8" ON "company" ("organization_id","slot_number8","id") WHERE "slot_number8" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_time1" ON "company" ("organization_id","slot_time1","id") WHERE "slot_time1" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_time2" ON "company" ("organization_id","slot_time2","id") WHERE "slot_time2" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_time3" ON "company" ("organization_id","slot_time3","id") WHERE "slot_time3" is not null;--> statement-breakpoint
CREATE INDEX "company_slot_time4" ON "company" ("organization_id","slot_time4","id") WHERE "slot_time4" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_text1" ON "contact" ("organization_id","slot_text1","id") WHERE "slot_text1" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_text2" ON "contact" ("organization_id","slot_text2","id") WHERE "slot_text2" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_text3" ON "contact" ("organization_id","slot_text3","id") WHERE "slot_text3" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_text4" ON "contact" ("organization_id","slot_text4","id") WHERE "slot_text4" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_text5" ON "contact" ("organization_id","slot_text5","id") WHERE "slot_text5" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_text6" ON "contact" ("organization_id","slot_text6","id") WHERE "slot_text6" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_text7" ON "contact" ("organization_id","slot_text7","id") WHERE "slot_text7" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_text8" ON "contact" ("organization_id","slot_text8","id") WHERE "slot_text8" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_number1" ON "contact" ("organization_id","slot_number1","id") WHERE "slot_number1" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_number2" ON "contact" ("organization_id","slot_number2","id") WHERE "slot_number2" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_number3" ON "contact" ("organization_id","slot_number3","id") WHERE "slot_number3" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_number4" ON "contact" ("organization_id","slot_number4","id") WHERE "slot_number4" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_number5" ON "contact" ("organization_id","slot_number5","id") WHERE "slot_number5" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_number6" ON "contact" ("organization_id","slot_number6","id") WHERE "slot_number6" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_number7" ON "contact" ("organization_id","slot_number7","id") WHERE "slot_number7" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_number8" ON "contact" ("organization_id","slot_number8","id") WHERE "slot_number8" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_time1" ON "contact" ("organization_id","slot_time1","id") WHERE "slot_time1" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_time2" ON "contact" ("organization_id","slot_time2","id") WHERE "slot_time2" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_time3" ON "contact" ("organization_id","slot_time3","id") WHERE "slot_time3" is not null;--> statement-breakpoint
CREATE INDEX "contact_slot_time4" ON "contact" ("organization_id","slot_time4","id") WHERE "slot_time4" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_text1" ON "deal" ("organization_id","slot_text1","id") WHERE "slot_text1" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_text2" ON "deal" ("organization_id","slot_text2","id") WHERE "slot_text2" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_text3" ON "deal" ("organization_id","slot_text3","id") WHERE "slot_text3" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_text4" ON "deal" ("organization_id","slot_text4","id") WHERE "slot_text4" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_text5" ON "deal" ("organization_id","slot_text5","id") WHERE "slot_text5" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_text6" ON "deal" ("organization_id","slot_text6","id") WHERE "slot_text6" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_text7" ON "deal" ("organization_id","slot_text7","id") WHERE "slot_text7" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_text8" ON "deal" ("organization_id","slot_text8","id") WHERE "slot_text8" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_number1" ON "deal" ("organization_id","slot_number1","id") WHERE "slot_number1" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_number2" ON "deal" ("organization_id","slot_number2","id") WHERE "slot_number2" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_number3" ON "deal" ("organization_id","slot_number3","id") WHERE "slot_number3" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_number4" ON "deal" ("organization_id","slot_number4","id") WHERE "slot_number4" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_number5" ON "deal" ("organization_id","slot_number5","id") WHERE "slot_number5" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_number6" ON "deal" ("organization_id","slot_number6","id") WHERE "slot_number6" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_number7" ON "deal" ("organization_id","slot_number7","id") WHERE "slot_number7" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_number8" ON "deal" ("organization_id","slot_number8","id") WHERE "slot_number8" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_time1" ON "deal" ("organization_id","slot_time1","id") WHERE "slot_time1" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_time2" ON "deal" ("organization_id","slot_time2","id") WHERE "slot_time2" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_time3" ON "deal" ("organization_id","slot_time3","id") WHERE "slot_time3" is not null;--> statement-breakpoint
CREATE INDEX "deal_slot_time4" ON "deal" ("organization_id","slot_time4","id") WHERE "slot_time4" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "custom_field_slot" ON "custom_field" ("organization_id","entity","slot") WHERE slot is not null;--> statement-breakpoint
-- Names as server/crm/records/spelling.ts spells them: lower case, and once more in Latin letters.
CREATE FUNCTION pg_temp.latin(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(
      translate(
        replace(replace(replace(replace(replace(replace(replace(replace(
          translate(lower(name), 'абвгдеёзийклмнопрстуфхыэіїєґўъь', 'abvgdeeziiklmnoprstufhieiieguЪЪ'),
          'ж', 'zh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'sh'), 'ю', 'iu'), 'я', 'ia'), 'Ъ', ''),
        'yw', 'iv'),
      'shch', 'sh'), 'sch', 'sh'), 'kh', 'h'), 'ph', 'f'), 'x', 'ks'), 'ё', 'e'), 'ә', 'a'), 'қ', 'k'),
    '(\D)\1+', '\1', 'g')
$$;--> statement-breakpoint
CREATE FUNCTION pg_temp.spelled(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(lower(name), 'ё', 'е') || ' ' || pg_temp.latin(name)
$$;--> statement-breakpoint
INSERT INTO "record" ("organization_id", "id", "entity", "title", "search", "deleted_at")
  SELECT "organization_id", "id", 'company', "name",
    ' ' || pg_temp.spelled("name") || ' ' || regexp_replace(coalesce("phone", ''), '\D', '', 'g') || ' ' || lower(coalesce("email", '')), "deleted_at" FROM "company"
  UNION ALL
  SELECT "organization_id", "id", 'contact', "name",
    ' ' || pg_temp.spelled("name") || ' ' || regexp_replace(coalesce("phone", ''), '\D', '', 'g') || ' ' || lower(coalesce("email", '')), "deleted_at" FROM "contact"
  UNION ALL
  SELECT "organization_id", "id", 'deal', "title", ' ' || pg_temp.spelled("title"), "deleted_at" FROM "deal";--> statement-breakpoint
INSERT INTO "contact_point" ("organization_id", "id", "record_id", "kind", "value", "key", "position")
  SELECT "organization_id", gen_random_uuid(), "id", "kind", "value",
    CASE
      WHEN "kind" = 'email' THEN lower("value")
      WHEN length("digits") = 11 AND "digits" ~ '^[78]' THEN '+7' || right("digits", 10)
      WHEN "value" LIKE '+%' THEN '+' || "digits"
      ELSE "digits"
    END, 'a0'
  FROM (
    SELECT "organization_id", "id", 'phone' AS "kind", "phone" AS "value", regexp_replace("phone", '\D', '', 'g') AS "digits" FROM "contact" WHERE "phone" IS NOT NULL
    UNION ALL SELECT "organization_id", "id", 'email', "email", '' FROM "contact" WHERE "email" IS NOT NULL
    UNION ALL SELECT "organization_id", "id", 'phone', "phone", regexp_replace("phone", '\D', '', 'g') FROM "company" WHERE "phone" IS NOT NULL
    UNION ALL SELECT "organization_id", "id", 'email', "email", '' FROM "company" WHERE "email" IS NOT NULL
  ) "points";--> statement-breakpoint
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_QELIybpXA5tF_fkey" FOREIGN KEY ("organization_id","record_id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "record" ADD CONSTRAINT "record_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "company" ADD CONSTRAINT "company_organization_id_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_organization_id_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_organization_id_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "custom_field" ADD CONSTRAINT "custom_field_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;