import type { AppError } from '#shared/errors/app-error.ts';

const shown = new WeakSet<AppError>();

/** The failure is told where it happened, so the corner of the window need not tell it again. */
export function noteShown(error: AppError): void {
  shown.add(error);
}
export const isShown = (error: AppError): boolean => shown.has(error);
