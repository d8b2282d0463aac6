/** Takes the bytes of one text after the other. A promise is waited for before more is read. */
export interface Sink {
  /** A text begins, the one in the file at `path` or another. */
  readonly begin: (path: string | null) => void;
  readonly push: (chunk: Uint8Array) => void | Promise<void>;
  /** More may come, but what came can be read: `flowing` where more comes all the time, `paused` where nothing has come for a while. */
  readonly settle: (how: 'flowing' | 'paused') => void | Promise<void>;
  /** The text has ended. */
  readonly end: () => void | Promise<void>;
  /** False once what comes next is not wanted any more. */
  readonly isOpen: () => boolean;
}

/** What was noticed of a text beside its denials. */
export interface Noticed {
  /** The text, if it is short enough to be a title. */
  readonly short?: string;
  /** True where the terminal at which it was pasted cut a line of it. */
  readonly isCut?: boolean;
  /** Why not all of it could be read, in a sentence for each file. */
  readonly unread?: readonly string[];
}
