-- AlterTable
ALTER TABLE "stages" ADD COLUMN     "canary" TEXT,
ADD COLUMN     "canary_deployment_id" TEXT;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_canary_deployment_id_fkey" FOREIGN KEY ("canary_deployment_id") REFERENCES "deployments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
