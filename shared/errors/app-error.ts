import type { ErrorParams } from '../contract/catalogue.ts';

export type ErrorCode = keyof ErrorParams;
export type Failure = { [C in ErrorCode]: { readonly code: C; readonly params: ErrorParams[C] } }[ErrorCode];
export type Result<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: Failure };

/** An expected failure: a code with typed parameters, never prose. The words are in the locale files under `error.<code>`. */
export class AppError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'AppError';
    this.failure = failure;
  }
}

/** Stops the call with an expected failure; the unit of work rolls back. */
export function fail<C extends ErrorCode>(code: C, params: ErrorParams[C]): never {
  throw new AppError({ code, params } as Failure); // the pair is built from one C, which the compiler cannot follow through the union
}
