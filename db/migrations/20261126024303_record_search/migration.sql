DROP INDEX "record_search";--> statement-breakpoint
CREATE INDEX "record_search_deal" ON "record" USING gin ("search" gin_trgm_ops) WHERE deleted_at is null and entity = 'deal';--> statement-breakpoint
CREATE INDEX "record_search_lead" ON "record" USING gin ("search" gin_trgm_ops) WHERE deleted_at is null and entity = 'lead';--> statement-breakpoint
CREATE INDEX "record_search_contact" ON "record" USING gin ("search" gin_trgm_ops) WHERE deleted_at is null and entity = 'contact';--> statement-breakpoint
CREATE INDEX "record_search_company" ON "record" USING gin ("search" gin_trgm_ops) WHERE deleted_at is null and entity = 'company';--> statement-breakpoint
CREATE INDEX "record_search_product" ON "record" USING gin ("search" gin_trgm_ops) WHERE deleted_at is null and entity = 'product';--> statement-breakpoint
CREATE INDEX "record_search_invoice" ON "record" USING gin ("search" gin_trgm_ops) WHERE deleted_at is null and entity = 'invoice';--> statement-breakpoint
CREATE INDEX "record_search_list_item" ON "record" USING gin ("search" gin_trgm_ops) WHERE deleted_at is null and entity = 'list_item';