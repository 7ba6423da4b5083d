-- CreateTable
CREATE TABLE "SignedReport" (
    "reviewId" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "paper" TEXT,
    "compressed" BOOLEAN NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "SignedReport_pkey" PRIMARY KEY ("reviewId","variant","format")
);

-- CreateIndex
CREATE INDEX "SignedReport_sha256_idx" ON "SignedReport"("sha256");

-- AddForeignKey
ALTER TABLE "SignedReport" ADD CONSTRAINT "SignedReport_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is kept of a signed review is a record as the review is.
CREATE TRIGGER "SignedReport_no_change" BEFORE UPDATE OR DELETE ON "SignedReport" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "SignedReport_no_truncate" BEFORE TRUNCATE ON "SignedReport" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE FUNCTION "signed_report_of_signed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Review" WHERE "id" = NEW."reviewId" AND "signedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'review % is not signed: no report of it is kept', NEW."reviewId" USING ERRCODE = 'CC003';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "SignedReport_of_signed" BEFORE INSERT ON "SignedReport" FOR EACH ROW EXECUTE FUNCTION "signed_report_of_signed"();

-- Last of every migration: proves after a crash that the script was committed (prisma/apply-migrations.ts).
INSERT INTO "MigrationMark" ("name") VALUES ('20261130233000_signed_reports');
