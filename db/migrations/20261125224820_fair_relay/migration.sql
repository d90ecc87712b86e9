DROP INDEX "event_unrelayed";--> statement-breakpoint
CREATE INDEX "event_waiting" ON "event" ("organization_id","id") WHERE relayed_at is null;