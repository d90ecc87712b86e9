ALTER TABLE "bulk_item" ADD COLUMN "refusal_data" jsonb;--> statement-breakpoint
ALTER TABLE "saved_view" ADD COLUMN "layout" text;--> statement-breakpoint
CREATE INDEX "invoice_contact" ON "invoice" ("organization_id","contact_id") WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX "invoice_company" ON "invoice" ("organization_id","company_id") WHERE company_id is not null;--> statement-breakpoint
CREATE INDEX "lead_company" ON "lead" ("organization_id","company_id") WHERE company_id is not null;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_layout" CHECK ("layout" in ('board', 'list'));