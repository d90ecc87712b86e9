CREATE TABLE "stage_tally" (
	"organization_id" uuid,
	"id" uuid,
	"pipeline_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"owner_id" uuid,
	"currency" text NOT NULL,
	"count" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "stage_tally_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "stage_tally_pipeline" ON "stage_tally" ("organization_id","pipeline_id");--> statement-breakpoint
ALTER TABLE "stage_tally" ADD CONSTRAINT "stage_tally_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
-- One function for every table whose records stand on stages. A statement that writes many records adds a row per stage,
-- owner and currency; one that changes none of these adds nothing.
CREATE FUNCTION public.tally_stages() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    INSERT INTO stage_tally (organization_id, id, pipeline_id, stage_id, owner_id, currency, count, amount_minor)
    SELECT organization_id, gen_random_uuid(), pipeline_id, stage_id, owner_id, currency, count(*), sum(amount_minor)
    FROM after_rows WHERE deleted_at IS NULL
    GROUP BY organization_id, pipeline_id, stage_id, owner_id, currency;
  ELSIF tg_op = 'UPDATE' THEN
    INSERT INTO stage_tally (organization_id, id, pipeline_id, stage_id, owner_id, currency, count, amount_minor)
    SELECT organization_id, gen_random_uuid(), pipeline_id, stage_id, owner_id, currency, sum(n), sum(n * amount_minor)
    FROM (
      SELECT organization_id, pipeline_id, stage_id, owner_id, currency, amount_minor, 1 AS n FROM after_rows WHERE deleted_at IS NULL
      UNION ALL
      SELECT organization_id, pipeline_id, stage_id, owner_id, currency, amount_minor, -1 FROM before_rows WHERE deleted_at IS NULL
    ) AS stood
    GROUP BY organization_id, pipeline_id, stage_id, owner_id, currency
    HAVING sum(n) <> 0 OR sum(n * amount_minor) <> 0;
  ELSE
    -- Records that go with their whole organization leave nothing to count.
    INSERT INTO stage_tally (organization_id, id, pipeline_id, stage_id, owner_id, currency, count, amount_minor)
    SELECT organization_id, gen_random_uuid(), pipeline_id, stage_id, owner_id, currency, -count(*), -sum(amount_minor)
    FROM before_rows WHERE deleted_at IS NULL AND EXISTS (SELECT FROM organization WHERE id = organization_id)
    GROUP BY organization_id, pipeline_id, stage_id, owner_id, currency;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER tally_inserted AFTER INSERT ON "deal" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION public.tally_stages();--> statement-breakpoint
CREATE TRIGGER tally_updated AFTER UPDATE ON "deal" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION public.tally_stages();--> statement-breakpoint
CREATE TRIGGER tally_deleted AFTER DELETE ON "deal" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION public.tally_stages();--> statement-breakpoint
CREATE TRIGGER tally_inserted AFTER INSERT ON "lead" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION public.tally_stages();--> statement-breakpoint
CREATE TRIGGER tally_updated AFTER UPDATE ON "lead" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION public.tally_stages();--> statement-breakpoint
CREATE TRIGGER tally_deleted AFTER DELETE ON "lead" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION public.tally_stages();--> statement-breakpoint
INSERT INTO "stage_tally" ("organization_id", "id", "pipeline_id", "stage_id", "owner_id", "currency", "count", "amount_minor")
SELECT organization_id, gen_random_uuid(), pipeline_id, stage_id, owner_id, currency, count(*), sum(amount_minor) FROM "deal"
WHERE deleted_at IS NULL GROUP BY organization_id, pipeline_id, stage_id, owner_id, currency
UNION ALL
SELECT organization_id, gen_random_uuid(), pipeline_id, stage_id, owner_id, currency, count(*), sum(amount_minor) FROM "lead"
WHERE deleted_at IS NULL GROUP BY organization_id, pipeline_id, stage_id, owner_id, currency;
