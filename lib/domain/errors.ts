/** The closed set of error codes: each with its HTTP status and a sentence that a clinician or an operator can act on. */
export const ERROR_CODES = {
  "bad-json": { status: 400, sentence: "This is not valid JSON. Check the brackets and quotation marks." },
  "bad-input": { status: 422, sentence: "Part of the input does not have the expected form. The message says where." },
  "too-large": {
    status: 413,
    sentence: "This is more than can be read at once. Split it and try again; nothing was changed.",
  },
  "too-slow": {
    status: 422,
    sentence:
      "Reading this took too long and was stopped. Your text is kept. Split it, or remove what is no list, and try again.",
  },
  busy: {
    status: 503,
    sentence: "Too much is being read at this moment. Your entries are kept; try again in a few seconds.",
  },
  "not-text": { status: 415, sentence: "This file is not text. Nothing was changed. Paste the words instead." },
  "bad-option": {
    status: 400,
    sentence: "This command does not know that option. Call it with --help to see what it takes.",
  },
  "signed-out": { status: 401, sentence: "You are signed out. Sign in to go on where you were." },
  "not-found": { status: 404, sentence: "We cannot show this. It does not exist or belongs to another organisation." },
  "bad-method": { status: 405, sentence: "This address does not answer that method. Nothing was changed." },
  forbidden: { status: 403, sentence: "Your account may not do this. Ask your administrator." },
  throttled: { status: 429, sentence: "Too many attempts. Wait fifteen minutes and try again." },
  conflict: {
    status: 409,
    sentence: "Somebody changed this in the meantime. Both versions are kept; choose which to use.",
  },
  "already-signed": {
    status: 409,
    sentence: "This review is signed and cannot be changed. Make a new version instead.",
  },
  "not-ready-to-sign": { status: 409, sentence: "Something still needs an answer before this can be signed." },
  "knowledge-invalid": {
    status: 500,
    sentence: "The knowledge base did not load. No review can be made until it is mended.",
  },
  "database-unavailable": {
    status: 503,
    sentence: "The database cannot be reached. Nothing is lost; try again in a minute.",
  },
  "storage-full": {
    status: 507,
    sentence: "The disk of the database is full. What was saved is kept, nothing more can be: tell your administrator.",
  },
  internal: { status: 500, sentence: "Something failed on our side. Your entries are kept." },
} as const satisfies Record<string, { status: number; sentence: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether a word is one of the closed codes. */
export function isErrorCode(word: string): word is ErrorCode {
  return Object.hasOwn(ERROR_CODES, word);
}

/** An error with a code of the closed set and a message for the person who can act on it. Never holds patient data. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message?: string, options?: ErrorOptions) {
    super(message ?? ERROR_CODES[code].sentence, options);
    this.name = "AppError";
    this.code = code;
  }

  get status(): number {
    return ERROR_CODES[this.code].status;
  }
}
