-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'pharmacist';
ALTER TYPE "Role" ADD VALUE 'auditor';

-- CreateTable
CREATE TABLE "PasswordLink" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PasswordLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoSignature" (
    "reviewId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "digest" TEXT NOT NULL,

    CONSTRAINT "CoSignature_pkey" PRIMARY KEY ("reviewId","byId")
);

-- CreateIndex
CREATE UNIQUE INDEX "PasswordLink_userId_key" ON "PasswordLink"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordLink_tokenHash_key" ON "PasswordLink"("tokenHash");

-- AddForeignKey
ALTER TABLE "PasswordLink" ADD CONSTRAINT "PasswordLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoSignature" ADD CONSTRAINT "CoSignature_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoSignature" ADD CONSTRAINT "CoSignature_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A co-signature is of what was signed, by somebody else than its signer, and is a record from then on.
CREATE TRIGGER "CoSignature_no_change" BEFORE UPDATE OR DELETE ON "CoSignature" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CoSignature_no_truncate" BEFORE TRUNCATE ON "CoSignature" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE FUNCTION "co_signature_of_signed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Review" WHERE "id" = NEW."reviewId" AND "signedById" <> NEW."byId" AND "signedDigest" = NEW."digest") THEN
    RAISE EXCEPTION 'review % is not signed by somebody else with this digest', NEW."reviewId" USING ERRCODE = 'CC003';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "CoSignature_of_signed" BEFORE INSERT ON "CoSignature" FOR EACH ROW EXECUTE FUNCTION "co_signature_of_signed"();

-- Last of every migration: proves after a crash that the script was committed (prisma/apply-migrations.ts).
INSERT INTO "MigrationMark" ("name") VALUES ('20261201035000_roles_links_cosignatures');
