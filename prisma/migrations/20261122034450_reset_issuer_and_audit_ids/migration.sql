-- Nobody knows who made these links: whoever needs one is given a new one.
DELETE FROM "password_resets";

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "actor_id" TEXT,
ADD COLUMN     "actor_kind" TEXT,
ADD COLUMN     "api_id" TEXT,
ADD COLUMN     "api_name" TEXT;

-- AlterTable
ALTER TABLE "password_resets" ADD COLUMN     "issuer_id" TEXT,
ADD COLUMN     "issuer_token_id" TEXT;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_issuer_token_id_fkey" FOREIGN KEY ("issuer_token_id") REFERENCES "api_tokens"("id") ON DELETE CASCADE ON UPDATE CASCADE;
