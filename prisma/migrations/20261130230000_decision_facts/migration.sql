-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "facts" JSON,
ADD COLUMN     "factsDigest" TEXT,
ADD COLUMN     "priority" TEXT;

-- A decision of before the facts were kept counts as open in a draft (docs/decisions/004). The worklist's copy follows: the
-- findings shown open are counted anew. Where the stored JSON holds U+0000, which PostgreSQL cannot take apart, the decisions
-- are added to the old count instead: too many is the safe side.
DO $$
DECLARE
  draft record;
  counted integer;
BEGIN
  FOR draft IN
    SELECT r."id", r."result", r."openFindings",
      (SELECT count(*) FROM "Decision" d WHERE d."reviewId" = r."id" AND d."undoneAt" IS NULL)::int AS decisions
    FROM "Review" r WHERE r."signedAt" IS NULL
  LOOP
    CONTINUE WHEN draft.decisions = 0;
    BEGIN
      SELECT count(*) INTO counted FROM json_array_elements(draft."result" -> 'findings') f
      WHERE f ->> 'priority' <> 'info' AND coalesce(f ->> 'byFloor', 'false') <> 'true';
    EXCEPTION WHEN OTHERS THEN
      counted := draft."openFindings" + draft.decisions;
    END;
    UPDATE "Review" SET "openFindings" = counted WHERE "id" = draft."id";
  END LOOP;
END $$;

-- Last of every migration: proves after a crash that the script was committed (prisma/apply-migrations.ts).
INSERT INTO "MigrationMark" ("name") VALUES ('20261130230000_decision_facts');
