/** The service has no room for what is asked; later it may. */
export class BusyError extends Error {
  override readonly name = "BusyError";

  constructor(
    message: string,
    readonly retryAfterSeconds = 1,
  ) {
    super(message);
  }
}
