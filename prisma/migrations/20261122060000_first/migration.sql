-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Country" AS ENUM ('US', 'UK');

-- CreateEnum
CREATE TYPE "LabUnits" AS ENUM ('SI', 'conventional');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('clinician', 'admin');

-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('draft', 'signed', 'superseded', 'archived');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" "Country" NOT NULL DEFAULT 'US',
    "units" "LabUnits" NOT NULL DEFAULT 'conventional',
    "timeZone" TEXT NOT NULL DEFAULT 'America/New_York',
    "reviewCounter" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'clinician',
    "disabledAt" TIMESTAMPTZ(3),
    "passwordChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "localReference" TEXT,
    "status" "ReviewStatus" NOT NULL DEFAULT 'draft',
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "previousVersionId" TEXT,
    "input" JSON NOT NULL,
    "patientCase" JSON NOT NULL,
    "result" JSON NOT NULL,
    "knowledgeVersion" TEXT NOT NULL,
    "reportKind" TEXT NOT NULL DEFAULT 'full',
    "chosenLabs" TEXT[],
    "acknowledged" TEXT[],
    "birthYear" INTEGER,
    "sex" TEXT NOT NULL DEFAULT 'unknown',
    "crampsOnset" TEXT,
    "crampsPerWeek" DOUBLE PRECISION,
    "priorityRank" INTEGER NOT NULL DEFAULT 4,
    "openFindings" INTEGER NOT NULL DEFAULT 0,
    "unreadLines" INTEGER NOT NULL DEFAULT 0,
    "searchText" TEXT NOT NULL DEFAULT '',
    "authorId" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "signedById" TEXT,
    "signedDocument" TEXT,
    "signedDigest" TEXT,
    "followUpDue" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "findingId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "previousHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditChain" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditChain_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "MigrationMark" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MigrationMark_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_organisationId_idx" ON "User"("organisationId");

-- CreateIndex
CREATE INDEX "Session_userId_endedAt_idx" ON "Session"("userId", "endedAt");

-- CreateIndex
CREATE INDEX "SignInThrottle_windowStart_idx" ON "SignInThrottle"("windowStart");

-- CreateIndex
CREATE UNIQUE INDEX "Review_previousVersionId_key" ON "Review"("previousVersionId");

-- CreateIndex
CREATE INDEX "Review_organisationId_status_updatedAt_id_idx" ON "Review"("organisationId", "status", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Review_organisationId_updatedAt_id_idx" ON "Review"("organisationId", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Review_organisationId_authorId_status_idx" ON "Review"("organisationId", "authorId", "status");

-- CreateIndex
CREATE INDEX "Review_organisationId_followUpDue_idx" ON "Review"("organisationId", "followUpDue");

-- CreateIndex
CREATE UNIQUE INDEX "Review_organisationId_number_key" ON "Review"("organisationId", "number");

-- CreateIndex
CREATE INDEX "Decision_reviewId_findingId_idx" ON "Decision"("reviewId", "findingId");

-- CreateIndex
CREATE INDEX "AuditEvent_chain_at_idx" ON "AuditEvent"("chain", "at" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_chain_subject_idx" ON "AuditEvent"("chain", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_chain_seq_key" ON "AuditEvent"("chain", "seq");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_previousVersionId_fkey" FOREIGN KEY ("previousVersionId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A signed review is a record: afterwards only its place in the worklist may change. Compared as text, because the type
-- json has no equality.
CREATE FUNCTION "review_keep_signed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  allowed "Review";
BEGIN
  IF OLD."signedAt" IS NULL THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'review % is signed and cannot be deleted', OLD."id" USING ERRCODE = 'CC001';
  END IF;
  allowed := NEW;
  allowed."status" := OLD."status";
  allowed."followUpDue" := OLD."followUpDue";
  allowed."updatedAt" := OLD."updatedAt";
  IF NEW."status" = 'draft' OR allowed::text IS DISTINCT FROM OLD::text THEN
    RAISE EXCEPTION 'review % is signed and cannot be changed', OLD."id" USING ERRCODE = 'CC001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Review_keep_signed" BEFORE UPDATE OR DELETE ON "Review"
  FOR EACH ROW EXECUTE FUNCTION "review_keep_signed"();

CREATE FUNCTION "decision_keep_signed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  review_id text := CASE WHEN TG_OP = 'DELETE' THEN OLD."reviewId" ELSE NEW."reviewId" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "Review" WHERE "signedAt" IS NOT NULL AND ("id" = review_id OR (TG_OP = 'UPDATE' AND "id" = OLD."reviewId"))) THEN
    RAISE EXCEPTION 'review % is signed: its decisions cannot be changed', review_id USING ERRCODE = 'CC001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Decision_keep_signed" BEFORE INSERT OR UPDATE OR DELETE ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION "decision_keep_signed"();

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on "%" is not allowed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'CC001';
END $$;

CREATE TRIGGER "Review_no_truncate" BEFORE TRUNCATE ON "Review" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Decision_no_truncate" BEFORE TRUNCATE ON "Decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEvent_no_change" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditChain_no_delete" BEFORE DELETE ON "AuditChain" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Each audit event holds the hash of the one before it, so that a removed or altered one is noticed.
CREATE FUNCTION "audit_event_hash"(event "AuditEvent") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    event."chain", event."seq", event."id", floor(extract(epoch FROM event."at") * 1000)::bigint,
    event."userId", event."action", event."subject", event."detail", event."previousHash")::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION "audit_event_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "AuditChain";
  given text := NEW."hash";
BEGIN
  INSERT INTO "AuditChain" ("chain", "seq", "hash") VALUES (NEW."chain", 0, '') ON CONFLICT ("chain") DO NOTHING;
  SELECT * INTO head FROM "AuditChain" WHERE "chain" = NEW."chain" FOR UPDATE;
  NEW."seq" := head."seq" + 1;
  NEW."previousHash" := head."hash";
  NEW."hash" := "audit_event_hash"(NEW);
  -- A restored event brings its hash along: it must come out the same.
  IF given <> '' AND given <> NEW."hash" THEN
    RAISE EXCEPTION 'audit event % does not continue its chain', NEW."id" USING ERRCODE = 'CC002';
  END IF;
  UPDATE "AuditChain" SET "seq" = NEW."seq", "hash" = NEW."hash" WHERE "chain" = NEW."chain";
  RETURN NEW;
END $$;

CREATE TRIGGER "AuditEvent_chain" BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "audit_event_chain"();

-- Last of every migration: proves after a crash that the script was committed (prisma/apply-migrations.ts).
INSERT INTO "MigrationMark" ("name") VALUES ('20261122060000_first');
