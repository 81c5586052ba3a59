-- CreateIndex
CREATE INDEX "draft_records_hash_idx" ON "draft_records"("hash");
