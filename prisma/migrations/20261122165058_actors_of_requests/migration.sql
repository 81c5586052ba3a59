-- AlterTable
ALTER TABLE "change_acknowledgements" ADD COLUMN     "author_id" TEXT,
ADD COLUMN     "author_kind" TEXT;

-- AlterTable
ALTER TABLE "check_overrides" ADD COLUMN     "author_id" TEXT,
ADD COLUMN     "author_kind" TEXT;

-- AlterTable
ALTER TABLE "deploy_request_comments" ADD COLUMN     "author_kind" TEXT;

-- AlterTable
ALTER TABLE "deploy_request_votes" ADD COLUMN     "actor_id" TEXT,
ADD COLUMN     "actor_kind" TEXT;

-- The audit log knows who did these. `json` and not `jsonb`, which refuses words that somebody wrote a NUL in.
UPDATE "deploy_request_comments" c SET "author_kind" = e."actor_kind"
FROM "audit_entries" e
WHERE e."action" = 'comment-request' AND e."actor_id" = c."author_id" AND e."data"::json ->> 'comment' = c."id";

UPDATE "deploy_request_votes" v SET "actor_id" = e."actor_id", "actor_kind" = e."actor_kind"
FROM "deploy_requests" r, "audit_entries" e
WHERE r."id" = v."request_id" AND e."action" = 'vote-request' AND e."actor_id" IS NOT NULL
  AND e."api_id" = r."api_id" AND e."data"::json ->> 'request' = r."number"::text AND e."at" = v."at"
  AND e."actor" = v."name" AND (e."actor_kind" = 'token' OR e."actor_id" = v."user_id");

UPDATE "change_acknowledgements" a SET "author_id" = e."actor_id", "author_kind" = e."actor_kind"
FROM "audit_entries" e
WHERE e."action" = 'acknowledge-change' AND e."actor_id" IS NOT NULL AND e."api_id" = a."api_id"
  AND e."at" = a."created_at" AND e."actor" = a."author" AND e."data"::json ->> 'stage' = a."stage"
  AND a."change_id" IN (SELECT json_array_elements_text(e."data"::json -> 'changes'));

UPDATE "check_overrides" o SET "author_id" = e."actor_id", "author_kind" = e."actor_kind"
FROM "audit_entries" e
WHERE e."action" = 'override-check' AND e."actor_id" IS NOT NULL AND e."api_id" = o."api_id"
  AND e."at" = o."created_at" AND e."actor" = o."author" AND e."data"::json ->> 'check' = o."check";

-- What was acknowledged with the deployment itself has no entry of its own: that was its author.
UPDATE "deployments" d SET "acknowledgements" = (
  SELECT json_agg(json_build_object(
    'change', k -> 'change', 'title', k -> 'title', 'checks', k -> 'checks', 'reason', k -> 'reason', 'by', k -> 'by',
    'actor', (
      SELECT CASE WHEN w."id" IS NOT NULL THEN json_build_object('kind', w."kind", 'id', w."id") END
      FROM (
        SELECT 1 AS "rank", e."actor_kind" AS "kind", e."actor_id" AS "id" FROM "audit_entries" e
        WHERE e."action" = 'acknowledge-change' AND e."api_id" = d."api_id" AND e."at" = (k ->> 'at')::timestamptz
          AND e."actor" = k ->> 'by' AND e."data"::json ->> 'stage' = d."stage"
          AND k ->> 'change' IN (SELECT json_array_elements_text(e."data"::json -> 'changes'))
        UNION ALL
        SELECT 2, d."author_kind", d."author_id" WHERE k ->> 'by' = d."author"
      ) w ORDER BY w."rank" LIMIT 1),
    'at', k -> 'at') ORDER BY n)
  FROM json_array_elements(d."acknowledgements"::json) WITH ORDINALITY AS given(k, n)
)::text
WHERE d."acknowledgements" <> '[]';
