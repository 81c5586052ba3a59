-- AlterTable
ALTER TABLE "stages" ADD COLUMN     "cache" TEXT;
