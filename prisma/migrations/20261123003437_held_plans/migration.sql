-- CreateTable
CREATE TABLE "held_plans" (
    "hash" TEXT NOT NULL,
    "api_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "snapshot_root" TEXT NOT NULL,
    "base_id" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_plans_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "held_plans_asked_at_idx" ON "held_plans"("asked_at");

-- AddForeignKey
ALTER TABLE "held_plans" ADD CONSTRAINT "held_plans_api_id_fkey" FOREIGN KEY ("api_id") REFERENCES "apis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_plans" ADD CONSTRAINT "held_plans_snapshot_root_fkey" FOREIGN KEY ("snapshot_root") REFERENCES "snapshots"("root") ON DELETE RESTRICT ON UPDATE CASCADE;
