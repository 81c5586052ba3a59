-- AlterTable
ALTER TABLE "deployments" ADD COLUMN     "overrides" TEXT NOT NULL DEFAULT '[]';

-- The audit log has each override since there are any: of each check, what was said of it last before the deployment.
UPDATE "deployments" d SET "overrides" = COALESCE((
  SELECT json_agg(json_build_object(
    'check', o.said ->> 'check', 'level', o.said ->> 'to', 'reason', o.said -> 'reason', 'by', o."actor",
    'actor', CASE WHEN o."actor_id" IS NOT NULL
      THEN json_build_object('kind', o."actor_kind", 'id', o."actor_id") END,
    'at', to_char(o."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY o.said ->> 'check')
  FROM (
    SELECT DISTINCT ON (e."data"::json ->> 'check')
      e."data"::json AS said, e."actor", e."actor_id", e."actor_kind", e."at"
    FROM "audit_entries" e
    WHERE e."action" = 'override-check' AND e."api_id" = d."api_id" AND e."at" <= d."created_at"
    ORDER BY e."data"::json ->> 'check', e."at" DESC, e."id" DESC
  ) o
  WHERE o.said ->> 'to' IS NOT NULL
)::text, '[]')
-- Of most APIs nobody overrode anything: their deployments need no look at the log.
WHERE d."api_id" IN (SELECT e."api_id" FROM "audit_entries" e WHERE e."action" = 'override-check');
