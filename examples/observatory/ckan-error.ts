import { json, type Reply } from './reply.js';

/** A refusal in CKAN's words: which status goes with which `__type` is fixed. */
export class CkanError extends Error {
  readonly status: number;
  readonly detail: Readonly<Record<string, unknown>>;

  private constructor(status: number, type: string, detail: Readonly<Record<string, unknown>>) {
    super(type);
    this.status = status;
    this.detail = { ...detail, __type: type };
  }

  static notFound(message: string): CkanError {
    return new CkanError(404, 'Not Found Error', { message });
  }

  static notAuthorized(message: string): CkanError {
    return new CkanError(403, 'Authorization Error', { message });
  }

  /** One list of sentences for each parameter that is wrong. */
  static invalid(problems: Readonly<Record<string, unknown>>): CkanError {
    return new CkanError(409, 'Validation Error', problems);
  }

  toReply(help: string): Reply {
    return json({ help, success: false, error: this.detail }, this.status);
  }
}
