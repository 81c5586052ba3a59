-- AlterTable
ALTER TABLE "api_tokens" ADD COLUMN     "parent_id" TEXT;
