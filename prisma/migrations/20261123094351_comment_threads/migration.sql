-- AlterTable
ALTER TABLE "deploy_request_comments" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "resolved_by" TEXT,
ADD COLUMN     "resolver_id" TEXT,
ADD COLUMN     "resolver_kind" TEXT,
ADD COLUMN     "thread_id" TEXT;

-- CreateIndex
CREATE INDEX "deploy_request_comments_thread_id_idx" ON "deploy_request_comments"("thread_id");

-- AddForeignKey
ALTER TABLE "deploy_request_comments" ADD CONSTRAINT "deploy_request_comments_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "deploy_request_comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now only whoever wrote a comment resolved it.
UPDATE "deploy_request_comments" SET "resolved_by" = "author", "resolver_kind" = "author_kind", "resolver_id" = "author_id"
WHERE "resolved_at" IS NOT NULL;
