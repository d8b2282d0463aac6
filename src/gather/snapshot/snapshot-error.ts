/** A snapshot cannot be used. `message` is a sentence that says what to do; `pointer` (RFC 6901) leads to the place in the file. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  readonly pointer: string;

  constructor(message: string, pointer: string) {
    super(message);
    this.pointer = pointer;
  }
}
