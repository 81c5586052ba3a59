-- AlterTable
ALTER TABLE "apis" ADD COLUMN     "text_syntax" TEXT NOT NULL DEFAULT 'yaml',
ADD COLUMN     "text_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "text_parts" (
    "api_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "record_id" TEXT,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "text_parts_pkey" PRIMARY KEY ("api_id","place")
);

-- AddForeignKey
ALTER TABLE "text_parts" ADD CONSTRAINT "text_parts_api_id_fkey" FOREIGN KEY ("api_id") REFERENCES "apis"("id") ON DELETE CASCADE ON UPDATE CASCADE;
