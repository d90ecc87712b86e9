CREATE TABLE "rate_source" (
	"organization_id" uuid PRIMARY KEY,
	"provider" text NOT NULL,
	"tried_at" timestamp(3) with time zone,
	"fetched_at" timestamp(3) with time zone,
	"fetched_day" date,
	"missing" jsonb DEFAULT '[]' NOT NULL,
	"fault" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rate_source_provider_name" CHECK ("provider" in ('cbr', 'ecb'))
);
--> statement-breakpoint
ALTER TABLE "currency_rate" ADD COLUMN "source" text;--> statement-breakpoint
CREATE INDEX "rate_source_provider" ON "rate_source" ("provider");--> statement-breakpoint
ALTER TABLE "rate_source" ADD CONSTRAINT "rate_source_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "currency_rate" ADD CONSTRAINT "currency_rate_source" CHECK ("source" in ('cbr', 'ecb'));