/**
 * What was passed to the library cannot be used. `message` is a sentence that says what is wanted; `at` is where it was passed, such as
 * `options.caller` or `input.request.action`.
 */
export class InputError extends TypeError {
  override readonly name = 'InputError';
  readonly at: string;

  constructor(at: string, message: string) {
    super(`${at}: ${message}`);
    this.at = at;
  }
}
