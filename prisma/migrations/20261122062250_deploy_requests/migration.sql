-- AlterTable
ALTER TABLE "deployments" ADD COLUMN     "request_number" INTEGER,
ADD COLUMN     "verdicts" TEXT;

-- AlterTable
ALTER TABLE "stages" ADD COLUMN     "required_approvals" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "deploy_requests" (
    "id" TEXT NOT NULL,
    "api_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "round" INTEGER NOT NULL DEFAULT 1,
    "snapshot_root" TEXT NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "base_id" TEXT,
    "author" TEXT NOT NULL,
    "author_user_id" TEXT,
    "planner_user_id" TEXT,
    "scheduled_at" TIMESTAMPTZ(3),
    "deployer" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "deployment_id" TEXT,
    "revert_until" TIMESTAMPTZ(3),
    "revert_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deploy_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deploy_request_votes" (
    "request_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deploy_request_votes_pkey" PRIMARY KEY ("request_id","round","user_id")
);

-- CreateTable
CREATE TABLE "deploy_request_comments" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "change" TEXT,
    "record" TEXT,
    "subject" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "deploy_request_comments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "deploy_requests_deployment_id_key" ON "deploy_requests"("deployment_id");

-- CreateIndex
CREATE INDEX "deploy_requests_state_idx" ON "deploy_requests"("state");

-- CreateIndex
CREATE UNIQUE INDEX "deploy_requests_api_id_number_key" ON "deploy_requests"("api_id", "number");

-- CreateIndex
CREATE INDEX "deploy_request_comments_request_id_idx" ON "deploy_request_comments"("request_id");

-- AddForeignKey
ALTER TABLE "deploy_requests" ADD CONSTRAINT "deploy_requests_api_id_fkey" FOREIGN KEY ("api_id") REFERENCES "apis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deploy_requests" ADD CONSTRAINT "deploy_requests_snapshot_root_fkey" FOREIGN KEY ("snapshot_root") REFERENCES "snapshots"("root") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deploy_request_votes" ADD CONSTRAINT "deploy_request_votes_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "deploy_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deploy_request_comments" ADD CONSTRAINT "deploy_request_comments_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "deploy_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;
