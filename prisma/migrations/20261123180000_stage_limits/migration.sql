-- AlterTable
ALTER TABLE "stages" ADD COLUMN     "limits" TEXT;
