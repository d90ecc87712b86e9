CREATE TABLE "currency_rate" (
	"organization_id" uuid,
	"id" uuid,
	"base" text NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"nominal" integer NOT NULL,
	"rate_micros" bigint NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "currency_rate_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "currency_rate_day" UNIQUE("organization_id","base","currency","day"),
	CONSTRAINT "currency_rate_codes" CHECK ("currency" ~ '^[A-Z]{3}$' and "base" ~ '^[A-Z]{3}$'),
	CONSTRAINT "currency_rate_positive" CHECK ("nominal" > 0 and "rate_micros" > 0)
);
--> statement-breakpoint
CREATE TABLE "enabled_currency" (
	"organization_id" uuid,
	"currency" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enabled_currency_pkey" PRIMARY KEY("organization_id","currency"),
	CONSTRAINT "enabled_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"organization_id" uuid,
	"id" uuid,
	"number" text,
	"status" text NOT NULL,
	"purpose" text,
	"deal_id" uuid,
	"contact_id" uuid,
	"company_id" uuid,
	"owner_id" uuid,
	"issued_at" timestamp(3) with time zone,
	"due_at" timestamp(3) with time zone,
	"currency" text NOT NULL,
	"subtotal_minor" bigint DEFAULT 0 NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"tax_minor" bigint DEFAULT 0 NOT NULL,
	"total_minor" bigint DEFAULT 0 NOT NULL,
	"paid_minor" bigint DEFAULT 0 NOT NULL,
	"paid_at" timestamp(3) with time zone,
	"sent_at" timestamp(3) with time zone,
	"voided_at" timestamp(3) with time zone,
	"void_reason" text,
	"seller" jsonb,
	"buyer" jsonb NOT NULL,
	"note" text,
	"language" text NOT NULL,
	"link_edition" integer,
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
	CONSTRAINT "invoice_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invoice_number" UNIQUE("organization_id","number"),
	CONSTRAINT "invoice_status_known" CHECK ("status" in ('draft','sent','paid','overdue','void')),
	CONSTRAINT "invoice_draft_number" CHECK (("status" = 'draft') = ("number" is null)),
	CONSTRAINT "invoice_currency" CHECK ("currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "invoice_language" CHECK ("language" in ('en','ru'))
);
--> statement-breakpoint
CREATE TABLE "invoice_payment" (
	"organization_id" uuid,
	"id" uuid,
	"invoice_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"paid_at" timestamp(3) with time zone NOT NULL,
	"method" text NOT NULL,
	"external_id" text,
	"note" text,
	"actor" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_payment_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invoice_payment_external" UNIQUE("organization_id","external_id"),
	CONSTRAINT "invoice_payment_amount" CHECK ("amount_minor" > 0),
	CONSTRAINT "invoice_payment_method" CHECK ("method" in ('hand','webhook'))
);
--> statement-breakpoint
CREATE TABLE "invoice_series" (
	"organization_id" uuid,
	"year" integer,
	"last_number" integer NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_series_pkey" PRIMARY KEY("organization_id","year")
);
--> statement-breakpoint
CREATE TABLE "invoice_settings" (
	"organization_id" uuid PRIMARY KEY,
	"seller" jsonb NOT NULL,
	"number_pattern" text NOT NULL,
	"due_days" integer NOT NULL,
	"note" text,
	"webhook_secret" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_settings_due" CHECK ("due_days" between 0 and 365)
);
--> statement-breakpoint
CREATE TABLE "line_item" (
	"organization_id" uuid,
	"id" uuid,
	"record_id" uuid NOT NULL,
	"product_id" uuid,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"quantity" bigint NOT NULL,
	"price_minor" bigint NOT NULL,
	"discount_kind" text NOT NULL,
	"discount" bigint NOT NULL,
	"tax_rate" integer,
	"tax_included" boolean NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "line_item_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "line_item_discount_kind" CHECK ("discount_kind" in ('percent','amount')),
	CONSTRAINT "line_item_amounts" CHECK ("quantity" > 0 and "price_minor" >= 0 and "discount" >= 0),
	CONSTRAINT "line_item_tax" CHECK ("tax_rate" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "product" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"name_lower" text NOT NULL,
	"sku" text,
	"unit" text NOT NULL,
	"price_minor" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"other_prices" jsonb DEFAULT '{}' NOT NULL,
	"tax_rate" integer,
	"tax_included" boolean DEFAULT true NOT NULL,
	"category_id" uuid,
	"description" text,
	"status" text DEFAULT 'active' NOT NULL,
	"owner_id" uuid,
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
	CONSTRAINT "product_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "product_currency" CHECK ("currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "product_status" CHECK ("status" in ('active','archived')),
	CONSTRAINT "product_price" CHECK ("price_minor" >= 0),
	CONSTRAINT "product_tax" CHECK ("tax_rate" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "product_category" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"parent_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_category_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "invoice_slot_text1" ON "invoice" ("organization_id","slot_text1","id") WHERE "slot_text1" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_text2" ON "invoice" ("organization_id","slot_text2","id") WHERE "slot_text2" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_text3" ON "invoice" ("organization_id","slot_text3","id") WHERE "slot_text3" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_text4" ON "invoice" ("organization_id","slot_text4","id") WHERE "slot_text4" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_text5" ON "invoice" ("organization_id","slot_text5","id") WHERE "slot_text5" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_text6" ON "invoice" ("organization_id","slot_text6","id") WHERE "slot_text6" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_text7" ON "invoice" ("organization_id","slot_text7","id") WHERE "slot_text7" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_text8" ON "invoice" ("organization_id","slot_text8","id") WHERE "slot_text8" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_number1" ON "invoice" ("organization_id","slot_number1","id") WHERE "slot_number1" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_number2" ON "invoice" ("organization_id","slot_number2","id") WHERE "slot_number2" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_number3" ON "invoice" ("organization_id","slot_number3","id") WHERE "slot_number3" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_number4" ON "invoice" ("organization_id","slot_number4","id") WHERE "slot_number4" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_number5" ON "invoice" ("organization_id","slot_number5","id") WHERE "slot_number5" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_number6" ON "invoice" ("organization_id","slot_number6","id") WHERE "slot_number6" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_number7" ON "invoice" ("organization_id","slot_number7","id") WHERE "slot_number7" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_number8" ON "invoice" ("organization_id","slot_number8","id") WHERE "slot_number8" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_time1" ON "invoice" ("organization_id","slot_time1","id") WHERE "slot_time1" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_time2" ON "invoice" ("organization_id","slot_time2","id") WHERE "slot_time2" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_time3" ON "invoice" ("organization_id","slot_time3","id") WHERE "slot_time3" is not null;--> statement-breakpoint
CREATE INDEX "invoice_slot_time4" ON "invoice" ("organization_id","slot_time4","id") WHERE "slot_time4" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_purpose" ON "invoice" ("organization_id","deal_id","purpose") WHERE purpose is not null and status <> 'void' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "invoice_list" ON "invoice" ("organization_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "invoice_status" ON "invoice" ("organization_id","status","due_at") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "invoice_due" ON "invoice" ("due_at") WHERE status = 'sent' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "invoice_deal" ON "invoice" ("organization_id","deal_id");--> statement-breakpoint
CREATE INDEX "invoice_payment_invoice" ON "invoice_payment" ("organization_id","invoice_id","paid_at");--> statement-breakpoint
CREATE INDEX "line_item_record" ON "line_item" ("organization_id","record_id","position");--> statement-breakpoint
CREATE INDEX "line_item_product" ON "line_item" ("organization_id","product_id");--> statement-breakpoint
CREATE INDEX "product_slot_text1" ON "product" ("organization_id","slot_text1","id") WHERE "slot_text1" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_text2" ON "product" ("organization_id","slot_text2","id") WHERE "slot_text2" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_text3" ON "product" ("organization_id","slot_text3","id") WHERE "slot_text3" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_text4" ON "product" ("organization_id","slot_text4","id") WHERE "slot_text4" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_text5" ON "product" ("organization_id","slot_text5","id") WHERE "slot_text5" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_text6" ON "product" ("organization_id","slot_text6","id") WHERE "slot_text6" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_text7" ON "product" ("organization_id","slot_text7","id") WHERE "slot_text7" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_text8" ON "product" ("organization_id","slot_text8","id") WHERE "slot_text8" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_number1" ON "product" ("organization_id","slot_number1","id") WHERE "slot_number1" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_number2" ON "product" ("organization_id","slot_number2","id") WHERE "slot_number2" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_number3" ON "product" ("organization_id","slot_number3","id") WHERE "slot_number3" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_number4" ON "product" ("organization_id","slot_number4","id") WHERE "slot_number4" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_number5" ON "product" ("organization_id","slot_number5","id") WHERE "slot_number5" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_number6" ON "product" ("organization_id","slot_number6","id") WHERE "slot_number6" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_number7" ON "product" ("organization_id","slot_number7","id") WHERE "slot_number7" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_number8" ON "product" ("organization_id","slot_number8","id") WHERE "slot_number8" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_time1" ON "product" ("organization_id","slot_time1","id") WHERE "slot_time1" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_time2" ON "product" ("organization_id","slot_time2","id") WHERE "slot_time2" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_time3" ON "product" ("organization_id","slot_time3","id") WHERE "slot_time3" is not null;--> statement-breakpoint
CREATE INDEX "product_slot_time4" ON "product" ("organization_id","slot_time4","id") WHERE "slot_time4" is not null;--> statement-breakpoint
CREATE INDEX "product_name" ON "product" ("organization_id","name_lower");--> statement-breakpoint
CREATE INDEX "product_list" ON "product" ("organization_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "product_in_category" ON "product" ("organization_id","category_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_sku" ON "product" ("organization_id","sku") WHERE deleted_at is null;--> statement-breakpoint
ALTER TABLE "currency_rate" ADD CONSTRAINT "currency_rate_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "enabled_currency" ADD CONSTRAINT "enabled_currency_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_deal_id_deal_organization_id_id_fkey" FOREIGN KEY ("organization_id","deal_id") REFERENCES "deal"("organization_id","id");--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_fvZL3IdfNMfn_fkey" FOREIGN KEY ("organization_id","contact_id") REFERENCES "contact"("organization_id","id");--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_TwS5Ftc8VGRJ_fkey" FOREIGN KEY ("organization_id","company_id") REFERENCES "company"("organization_id","id");--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_owner_id_member_organization_id_id_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "invoice_payment" ADD CONSTRAINT "invoice_payment_4lNkQwTXVtRu_fkey" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "invoice"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "invoice_series" ADD CONSTRAINT "invoice_series_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "invoice_settings" ADD CONSTRAINT "invoice_settings_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "line_item" ADD CONSTRAINT "line_item_SOLe8JL2E9aI_fkey" FOREIGN KEY ("organization_id","record_id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "line_item" ADD CONSTRAINT "line_item_FcEach82lIwg_fkey" FOREIGN KEY ("organization_id","product_id") REFERENCES "product"("organization_id","id");--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_organization_id_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_I6njlSg9sV9v_fkey" FOREIGN KEY ("organization_id","category_id") REFERENCES "product_category"("organization_id","id");--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_organization_id_owner_id_member_organization_id_id_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "product_category" ADD CONSTRAINT "product_category_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "product_category" ADD CONSTRAINT "product_category_nKhvqWCnBlpc_fkey" FOREIGN KEY ("organization_id","parent_id") REFERENCES "product_category"("organization_id","id");