-- AlterTable
ALTER TABLE "deployments" ADD COLUMN     "acknowledgements" TEXT NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "check_overrides" (
    "api_id" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_overrides_pkey" PRIMARY KEY ("api_id","check")
);

-- CreateTable
CREATE TABLE "change_acknowledgements" (
    "api_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "change_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_acknowledgements_pkey" PRIMARY KEY ("api_id","stage","change_id")
);

-- AddForeignKey
ALTER TABLE "check_overrides" ADD CONSTRAINT "check_overrides_api_id_fkey" FOREIGN KEY ("api_id") REFERENCES "apis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_acknowledgements" ADD CONSTRAINT "change_acknowledgements_api_id_fkey" FOREIGN KEY ("api_id") REFERENCES "apis"("id") ON DELETE CASCADE ON UPDATE CASCADE;
