-- AlterTable
ALTER TABLE "Review" ADD COLUMN "followUpOfId" TEXT;

-- CreateIndex
CREATE INDEX "Review_followUpOfId_idx" ON "Review"("followUpOfId");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_followUpOfId_fkey" FOREIGN KEY ("followUpOfId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Last of every migration: proves after a crash that the script was committed (prisma/apply-migrations.ts).
INSERT INTO "MigrationMark" ("name") VALUES ('20261122100000_follow_up');
