import { z } from "zod";
import type { CaseInput, PatientCase } from "@/lib/domain/case";
import type { Decision } from "@/lib/domain/decision";
import { AppError } from "@/lib/domain/errors";
import type { Review } from "@/lib/domain/review";
import type { Leaflet } from "@/lib/domain/leaflet";
import type { MadeReport } from "./kept-reports";
import { ReportVariant } from "@/lib/domain/report-variant";

export const ReviewStatus = z.enum(["draft", "signed", "superseded", "archived"]);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

/** What the report is written for; chosen at signing. */
export const ReportKind = ReportVariant;
export type ReportKind = ReportVariant;

export type Person = { id: string; displayName: string };

/** A review with everything that was entered, found and decided. All dates are ISO strings in UTC. */
export type ReviewRecord = {
  id: string;
  /** `CC-0412`: unique within the organisation. */
  reference: string;
  /** The clinic's own reference for the patient (never a name); needed to sign. */
  localReference: string | null;
  status: ReviewStatus;
  isExample: boolean;
  /** Goes up with every saved change; give it back as `baseVersion`. */
  version: number;
  input: CaseInput;
  patientCase: PatientCase;
  review: Review;
  /** The decisions that stand, oldest first; undone ones are in the audit trail only. */
  decisions: Decision[];
  /** Ids of the suggested tests that were ticked. */
  chosenLabs: string[];
  reportKind: string;
  knowledgeVersion: string;
  author: Person;
  createdAt: string;
  updatedAt: string;
  signedAt: string | null;
  signedBy: Person | null;
  /** What the signer ticked as seen: keys made by `toAcknowledge`. */
  acknowledged: string[];
  previousReference: string | null;
  supersededBy: string | null;
  /** The signed review of the same patient that this one follows up. */
  followUpOf: string | null;
  /** The latest review that follows this one up, signed or not. */
  followedUpBy: string | null;
  /** Calendar date. */
  followUpDue: string | null;
};

/** Somebody saved in between: carries what stands now, so that both versions can be shown and nothing is lost. */
export class ConflictError extends AppError {
  readonly current: ReviewRecord;
  /** Whose change stands now, where that is known; else whose review it is. */
  readonly changedBy: string;

  constructor(current: ReviewRecord, changedBy: string = current.author.displayName) {
    super("conflict");
    this.name = "ConflictError";
    this.current = current;
    this.changedBy = changedBy;
  }
}

/** The review was signed: carries by whom and when, so that changes that came too late can say so. */
export class SignedError extends AppError {
  readonly signed: { by: string | null; at: string };

  constructor(record: ReviewRecord) {
    super("already-signed");
    this.name = "SignedError";
    this.signed = { by: record.signedBy?.displayName ?? null, at: record.signedAt ?? "" };
  }
}

export type DraftContent = { input: CaseInput; patientCase: PatientCase; review: Review };
export type NewDraft = DraftContent & {
  /** Chosen by who makes it, so that the same draft sent twice is made once. */
  draftId?: string;
  isExample?: boolean;
  localReference?: string | null;
};
export type DraftChange = DraftContent & { baseVersion: number; localReference: string | null };
/** A review as it is about to be signed: the document with its digest, and the record as it will stand. */
export type ToSign = { document: string; digest: string; record: ReviewRecord };

export type Signing = {
  baseVersion: number;
  acknowledged: readonly string[];
  reportKind?: ReportKind;
  /**
   * Makes every report that is kept with the signature. It runs before anything is stored: where it fails, nothing is signed.
   * Only tests of storage leave it out.
   */
  makeReports?: (toSign: ToSign) => Promise<readonly MadeReport[]>;
  /** The patient's leaflet as the knowledge base gives it now; kept with the review. */ leaflet?: Leaflet;
};
