-- Rows of one organisation only, for a role that does not own the tables. The owner (migrations, backups, the operator's commands)
-- is not bound: an installation with one role for everything goes on as before. Which organisation a connection works for is the
-- setting `crampcheck.organisation`; without it no row is seen. `*` is for what comes before anybody is known (signing in): it
-- opens accounts, sessions and the trail, which hold nothing clinical, and never a review.
CREATE FUNCTION "working_for"() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('crampcheck.organisation', true), '')
$$;

ALTER TABLE "Organisation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "Organisation" USING ("id" = "working_for"() OR "working_for"() = '*');
ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "User" USING ("organisationId" = "working_for"() OR "working_for"() = '*');
-- The rows of these hang on a row above; what is hidden there is hidden here.
ALTER TABLE "Session" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "Session" USING (EXISTS (SELECT 1 FROM "User" u WHERE u."id" = "userId"));
ALTER TABLE "PasswordLink" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "PasswordLink" USING (EXISTS (SELECT 1 FROM "User" u WHERE u."id" = "userId"));
ALTER TABLE "Review" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "Review" USING ("organisationId" = "working_for"());
ALTER TABLE "Decision" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "Decision" USING (EXISTS (SELECT 1 FROM "Review" r WHERE r."id" = "reviewId"));
ALTER TABLE "SignedReport" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "SignedReport" USING (EXISTS (SELECT 1 FROM "Review" r WHERE r."id" = "reviewId"));
ALTER TABLE "CoSignature" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "CoSignature" USING (EXISTS (SELECT 1 FROM "Review" r WHERE r."id" = "reviewId"));
ALTER TABLE "AuditEvent" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "AuditEvent" USING ("chain" = "working_for"() OR "working_for"() = '*');

-- The chain is written by its trigger with the owner's rights, so that nobody else needs any on "AuditChain". Whoever does not own
-- the table gives neither the time nor the hash of an event: both are the database's.
CREATE OR REPLACE FUNCTION "audit_event_chain"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head "AuditChain";
  given text := NEW."hash";
BEGIN
  IF NOT pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    IF given <> '' THEN
      RAISE EXCEPTION 'audit event % brings a hash of its own', NEW."id" USING ERRCODE = 'CC002';
    END IF;
    NEW."at" := date_trunc('milliseconds', clock_timestamp());
  END IF;
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

CREATE TRIGGER "AuditChain_no_truncate" BEFORE TRUNCATE ON "AuditChain" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Last of every migration: proves after a crash that the script was committed (prisma/apply-migrations.ts).
INSERT INTO "MigrationMark" ("name") VALUES ('20261201041000_row_level_security');
