-- AlterTable
ALTER TABLE "stages" ADD COLUMN     "throttle" TEXT;

-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value_hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_plans" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "throttle" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_plan_stages" (
    "plan_id" TEXT NOT NULL,
    "stage_id" TEXT NOT NULL,

    CONSTRAINT "usage_plan_stages_pkey" PRIMARY KEY ("plan_id","stage_id")
);

-- CreateTable
CREATE TABLE "usage_plan_keys" (
    "plan_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "usage_plan_keys_pkey" PRIMARY KEY ("plan_id","key_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_name_key" ON "api_keys"("name");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_value_hash_key" ON "api_keys"("value_hash");

-- CreateIndex
CREATE UNIQUE INDEX "usage_plans_name_key" ON "usage_plans"("name");

-- CreateIndex
CREATE INDEX "usage_plan_stages_stage_id_idx" ON "usage_plan_stages"("stage_id");

-- CreateIndex
CREATE INDEX "usage_plan_keys_key_id_idx" ON "usage_plan_keys"("key_id");

-- AddForeignKey
ALTER TABLE "usage_plan_stages" ADD CONSTRAINT "usage_plan_stages_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "usage_plans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_plan_stages" ADD CONSTRAINT "usage_plan_stages_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_plan_keys" ADD CONSTRAINT "usage_plan_keys_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "usage_plans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_plan_keys" ADD CONSTRAINT "usage_plan_keys_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;
