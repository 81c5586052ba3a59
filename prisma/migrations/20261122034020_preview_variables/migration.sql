-- AlterTable
ALTER TABLE "apis" ADD COLUMN     "preview_variables" TEXT NOT NULL DEFAULT '{}';
