-- AlterTable
ALTER TABLE "deployments" ADD COLUMN     "variable_changes" TEXT NOT NULL DEFAULT '{}';
