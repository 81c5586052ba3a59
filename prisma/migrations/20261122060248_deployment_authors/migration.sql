-- AlterTable
ALTER TABLE "deployments" ADD COLUMN     "author_id" TEXT,
ADD COLUMN     "author_kind" TEXT;

-- The audit log knows who made those that are there, but for the oldest.
UPDATE "deployments" d SET "author_id" = e."actor_id", "author_kind" = e."actor_kind"
FROM "audit_entries" e
WHERE e."action" IN ('deploy', 'rollback') AND e."actor_id" IS NOT NULL AND e."data"::jsonb ->> 'deployment' = d."id";
