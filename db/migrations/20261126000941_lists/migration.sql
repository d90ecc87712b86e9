CREATE TABLE "list" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"item_name" text NOT NULL,
	"icon" text NOT NULL,
	"position" text collate "C" NOT NULL,
	"archived_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "list_item" (
	"organization_id" uuid,
	"id" uuid,
	"list_id" uuid NOT NULL,
	"title" text NOT NULL,
	"title_lower" text NOT NULL,
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
	CONSTRAINT "list_item_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "custom_field" ADD COLUMN "list_id" uuid;--> statement-breakpoint
ALTER TABLE "saved_view" ADD COLUMN "list_id" uuid;--> statement-breakpoint
ALTER TABLE "default_view" DROP CONSTRAINT "default_view_pkey";--> statement-breakpoint
ALTER TABLE "default_view" ADD PRIMARY KEY ("organization_id","id","view_id");--> statement-breakpoint
DROP INDEX "custom_field_slot";--> statement-breakpoint
CREATE UNIQUE INDEX "custom_field_slot" ON "custom_field" ("organization_id","entity","slot") WHERE slot is not null and list_id is null;--> statement-breakpoint
DROP INDEX "saved_view_entity";--> statement-breakpoint
CREATE INDEX "saved_view_entity" ON "saved_view" ("organization_id","entity","list_id","position","id");--> statement-breakpoint
CREATE INDEX "list_order" ON "list" ("organization_id","position","id");--> statement-breakpoint
CREATE INDEX "list_item_slot_text1" ON "list_item" ("organization_id","slot_text1","id") WHERE "slot_text1" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_text2" ON "list_item" ("organization_id","slot_text2","id") WHERE "slot_text2" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_text3" ON "list_item" ("organization_id","slot_text3","id") WHERE "slot_text3" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_text4" ON "list_item" ("organization_id","slot_text4","id") WHERE "slot_text4" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_text5" ON "list_item" ("organization_id","slot_text5","id") WHERE "slot_text5" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_text6" ON "list_item" ("organization_id","slot_text6","id") WHERE "slot_text6" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_text7" ON "list_item" ("organization_id","slot_text7","id") WHERE "slot_text7" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_text8" ON "list_item" ("organization_id","slot_text8","id") WHERE "slot_text8" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_number1" ON "list_item" ("organization_id","slot_number1","id") WHERE "slot_number1" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_number2" ON "list_item" ("organization_id","slot_number2","id") WHERE "slot_number2" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_number3" ON "list_item" ("organization_id","slot_number3","id") WHERE "slot_number3" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_number4" ON "list_item" ("organization_id","slot_number4","id") WHERE "slot_number4" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_number5" ON "list_item" ("organization_id","slot_number5","id") WHERE "slot_number5" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_number6" ON "list_item" ("organization_id","slot_number6","id") WHERE "slot_number6" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_number7" ON "list_item" ("organization_id","slot_number7","id") WHERE "slot_number7" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_number8" ON "list_item" ("organization_id","slot_number8","id") WHERE "slot_number8" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_time1" ON "list_item" ("organization_id","slot_time1","id") WHERE "slot_time1" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_time2" ON "list_item" ("organization_id","slot_time2","id") WHERE "slot_time2" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_time3" ON "list_item" ("organization_id","slot_time3","id") WHERE "slot_time3" is not null;--> statement-breakpoint
CREATE INDEX "list_item_slot_time4" ON "list_item" ("organization_id","slot_time4","id") WHERE "slot_time4" is not null;--> statement-breakpoint
CREATE INDEX "list_item_list" ON "list_item" ("organization_id","list_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "list_item_title" ON "list_item" ("organization_id","list_id","title_lower","id");--> statement-breakpoint
CREATE INDEX "list_item_owner" ON "list_item" ("organization_id","owner_id","list_id");--> statement-breakpoint
CREATE UNIQUE INDEX "custom_field_list_slot" ON "custom_field" ("organization_id","list_id","slot") WHERE slot is not null and list_id is not null;--> statement-breakpoint
ALTER TABLE "list" ADD CONSTRAINT "list_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "list_item" ADD CONSTRAINT "list_item_organization_id_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "list_item" ADD CONSTRAINT "list_item_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "list_item" ADD CONSTRAINT "list_item_organization_id_list_id_list_organization_id_id_fkey" FOREIGN KEY ("organization_id","list_id") REFERENCES "list"("organization_id","id");--> statement-breakpoint
ALTER TABLE "list_item" ADD CONSTRAINT "list_item_WW05J8EB4qNr_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "custom_field" ADD CONSTRAINT "custom_field_kxpOsNP2PUBc_fkey" FOREIGN KEY ("organization_id","list_id") REFERENCES "list"("organization_id","id");--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_organization_id_list_id_list_organization_id_id_fkey" FOREIGN KEY ("organization_id","list_id") REFERENCES "list"("organization_id","id");--> statement-breakpoint
ALTER TABLE "custom_field" ADD CONSTRAINT "custom_field_list" CHECK (("entity" = 'list_item') = ("list_id" is not null));