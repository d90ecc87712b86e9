-- Whoever owns the tables, a superuser or not, must see the rows there are; security.sql forces the policies again.
ALTER TABLE "organization" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "record" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pipeline" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "stage" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "loss_reason" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deal_stage_visit" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead" (
	"organization_id" uuid,
	"id" uuid,
	"title" text NOT NULL,
	"title_lower" text NOT NULL,
	"name" text,
	"company_name" text,
	"phone" text,
	"email" text,
	"comment" text,
	"kind" text DEFAULT 'real' NOT NULL,
	"amount_minor" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"owner_id" uuid,
	"source_id" uuid,
	"utm_source" text,
	"utm_medium" text,
	"utm_campaign" text,
	"utm_content" text,
	"utm_term" text,
	"page" text,
	"referrer" text,
	"pipeline_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"position" text collate "C" NOT NULL,
	"stage_entered_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"loss_reason_id" uuid,
	"converted_at" timestamp(3) with time zone,
	"made" jsonb,
	"contact_id" uuid,
	"company_id" uuid,
	"deal_id" uuid,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"custom" jsonb DEFAULT '{}' NOT NULL,
	"slot_text1" text collate "C",
	"slot_text2" text collate "C",
	"slot_text3" text collate "C",
	"slot_text4" text collate "C",
	"slot_text5" text collate "C",
	"slot_text6" text collate "C",
	"slot_text7" text collate "C",
	"slot_text8" text collate "C",
	"slot_number1" bigint,
	"slot_number2" bigint,
	"slot_number3" bigint,
	"slot_number4" bigint,
	"slot_number5" bigint,
	"slot_number6" bigint,
	"slot_number7" bigint,
	"slot_number8" bigint,
	"slot_time1" timestamp(3) with time zone,
	"slot_time2" timestamp(3) with time zone,
	"slot_time3" timestamp(3) with time zone,
	"slot_time4" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lead_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "lead_outcome" CHECK ("outcome" in ('open','won','lost')),
	CONSTRAINT "lead_kind" CHECK ("kind" in ('real','duplicate','test','spam')),
	CONSTRAINT "lead_currency" CHECK ("currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "record_stage_visit" (
	"organization_id" uuid,
	"id" uuid,
	"record_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"entered_at" timestamp(3) with time zone NOT NULL,
	"left_at" timestamp(3) with time zone,
	"actor" jsonb NOT NULL,
	CONSTRAINT "record_stage_visit_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "loss_reason" ADD COLUMN "lead_kind" text;--> statement-breakpoint
ALTER TABLE "pipeline" ADD COLUMN "entity" text DEFAULT 'deal' NOT NULL;--> statement-breakpoint
CREATE INDEX "lead_slot_text1" ON "lead" ("organization_id","slot_text1","id") WHERE "slot_text1" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_text2" ON "lead" ("organization_id","slot_text2","id") WHERE "slot_text2" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_text3" ON "lead" ("organization_id","slot_text3","id") WHERE "slot_text3" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_text4" ON "lead" ("organization_id","slot_text4","id") WHERE "slot_text4" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_text5" ON "lead" ("organization_id","slot_text5","id") WHERE "slot_text5" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_text6" ON "lead" ("organization_id","slot_text6","id") WHERE "slot_text6" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_text7" ON "lead" ("organization_id","slot_text7","id") WHERE "slot_text7" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_text8" ON "lead" ("organization_id","slot_text8","id") WHERE "slot_text8" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_number1" ON "lead" ("organization_id","slot_number1","id") WHERE "slot_number1" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_number2" ON "lead" ("organization_id","slot_number2","id") WHERE "slot_number2" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_number3" ON "lead" ("organization_id","slot_number3","id") WHERE "slot_number3" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_number4" ON "lead" ("organization_id","slot_number4","id") WHERE "slot_number4" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_number5" ON "lead" ("organization_id","slot_number5","id") WHERE "slot_number5" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_number6" ON "lead" ("organization_id","slot_number6","id") WHERE "slot_number6" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_number7" ON "lead" ("organization_id","slot_number7","id") WHERE "slot_number7" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_number8" ON "lead" ("organization_id","slot_number8","id") WHERE "slot_number8" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_time1" ON "lead" ("organization_id","slot_time1","id") WHERE "slot_time1" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_time2" ON "lead" ("organization_id","slot_time2","id") WHERE "slot_time2" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_time3" ON "lead" ("organization_id","slot_time3","id") WHERE "slot_time3" is not null;--> statement-breakpoint
CREATE INDEX "lead_slot_time4" ON "lead" ("organization_id","slot_time4","id") WHERE "slot_time4" is not null;--> statement-breakpoint
CREATE INDEX "lead_board" ON "lead" ("organization_id","pipeline_id","stage_id","position","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "lead_totals" ON "lead" ("organization_id","pipeline_id","stage_id","currency","owner_id","amount_minor") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "lead_list" ON "lead" ("organization_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "lead_owner" ON "lead" ("organization_id","owner_id","pipeline_id","stage_id","position","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "lead_deal" ON "lead" ("organization_id","deal_id") WHERE deal_id is not null;--> statement-breakpoint
CREATE INDEX "lead_contact" ON "lead" ("organization_id","contact_id") WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX "record_stage_visit_record" ON "record_stage_visit" ("organization_id","record_id","entered_at");--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_organization_id_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_hs5rjAU6UdAa_fkey" FOREIGN KEY ("organization_id","pipeline_id") REFERENCES "pipeline"("organization_id","id");--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_organization_id_stage_id_stage_organization_id_id_fkey" FOREIGN KEY ("organization_id","stage_id") REFERENCES "stage"("organization_id","id");--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_organization_id_owner_id_member_organization_id_id_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_organization_id_source_id_source_organization_id_id_fkey" FOREIGN KEY ("organization_id","source_id") REFERENCES "source"("organization_id","id");--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_iLS7X1k69Ftc_fkey" FOREIGN KEY ("organization_id","loss_reason_id") REFERENCES "loss_reason"("organization_id","id");--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_organization_id_contact_id_contact_organization_id_id_fkey" FOREIGN KEY ("organization_id","contact_id") REFERENCES "contact"("organization_id","id");--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_organization_id_company_id_company_organization_id_id_fkey" FOREIGN KEY ("organization_id","company_id") REFERENCES "company"("organization_id","id");--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_organization_id_deal_id_deal_organization_id_id_fkey" FOREIGN KEY ("organization_id","deal_id") REFERENCES "deal"("organization_id","id");--> statement-breakpoint
ALTER TABLE "record_stage_visit" ADD CONSTRAINT "record_stage_visit_cVeuWstNrxyK_fkey" FOREIGN KEY ("organization_id","record_id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "record_stage_visit" ADD CONSTRAINT "record_stage_visit_60zTPs5PYUCE_fkey" FOREIGN KEY ("organization_id","stage_id") REFERENCES "stage"("organization_id","id");--> statement-breakpoint
ALTER TABLE "loss_reason" ADD CONSTRAINT "loss_reason_lead_kind" CHECK ("lead_kind" in ('duplicate','test','spam'));--> statement-breakpoint
ALTER TABLE "pipeline" ADD CONSTRAINT "pipeline_entity" CHECK ("entity" in ('deal','lead','invoice'));--> statement-breakpoint
-- Visits of deals become visits of records.
INSERT INTO "record_stage_visit" ("organization_id", "id", "record_id", "stage_id", "entered_at", "left_at", "actor")
SELECT "organization_id", "id", "deal_id", "stage_id", "entered_at", "left_at", "actor" FROM "deal_stage_visit";--> statement-breakpoint
DROP TABLE "deal_stage_visit";--> statement-breakpoint
-- Every workspace there is gets a pipeline of leads, in its own language.
INSERT INTO "pipeline" ("organization_id", "id", "entity", "name", "position")
SELECT "id", gen_random_uuid(), 'lead', CASE WHEN "language" = 'ru' THEN 'Лиды' ELSE 'Leads' END, 'a0' FROM "organization";--> statement-breakpoint
INSERT INTO "stage" ("organization_id", "id", "pipeline_id", "name", "colour", "position", "outcome")
SELECT p."organization_id", gen_random_uuid(), p."id", CASE WHEN o."language" = 'ru' THEN s."ru" ELSE s."en" END, s."colour", s."position", s."outcome"
FROM "pipeline" p
JOIN "organization" o ON o."id" = p."organization_id"
CROSS JOIN (VALUES
  ('New', 'Новый', 'sky', 'a0', 'open'),
  ('In work', 'В работе', 'amber', 'a1', 'open'),
  ('Qualified', 'Квалифицирован', 'green', 'a2', 'won'),
  ('Disqualified', 'Нецелевой', 'rose', 'a3', 'lost')
) AS s ("en", "ru", "colour", "position", "outcome")
WHERE p."entity" = 'lead';--> statement-breakpoint
UPDATE "loss_reason" SET "lead_kind" = CASE WHEN "name" IN ('Duplicate', 'Дубль') THEN 'duplicate' ELSE 'test' END
WHERE "class" = 'technical' AND "name" IN ('Duplicate', 'Дубль', 'Test', 'Тест');
