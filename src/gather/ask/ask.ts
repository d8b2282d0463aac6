import type { Fact } from '../../model/fact.ts';
import type { Who } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import type { Read, ReadCall } from '../../model/read.ts';
import type { AnswerOf, InputOf } from '../calls/find-call.ts';
import type { CallName } from '../calls/table.ts';
import { type About, factOf } from './fact-of.ts';
import type { Fields } from './fields.ts';

/** The account that a call is about, and where it is. */
export interface Site {
  /** Null: the account of the credentials. */
  readonly account: string | null;
  readonly partition: string;
  readonly region?: string;
  /** Who can grant reads there. */
  readonly who: Who;
}

/** One call, why it is made, and how its answer is read. */
interface Asking<Name extends CallName, T> {
  readonly call: Name;
  readonly input: InputOf<Name>;
  /** What is unknown if the call fails, as a noun phrase. */
  readonly what: string;
  readonly layer?: Layer;
  /** What the call is about, where that is known better than from its input: the ARN with its path. */
  readonly on?: string;
  /** Returns undefined for an answer that is not as AWS documents it. */
  readonly read: (answer: AnswerOf<Name>) => T | undefined;
}

/** Makes a call and turns the answer into a fact. Never rejects for what AWS answers or refuses. */
export type Ask = <Name extends CallName, T>(site: Site, asking: Asking<Name, T>) => Promise<Fact<T>>;

/** Makes calls through `read`, whether AWS or a snapshot answers it. */
export function askWith(read: Read): Ask {
  return async (site, { call, input, what, layer = null, on, read: parse }) => {
    const readCall: ReadCall = {
      call,
      account: site.account,
      input: { ...input },
      partition: site.partition,
      ...(site.region === undefined ? {} : { region: site.region }),
    };
    const about: About = { what, layer, who: site.who, ...(on === undefined ? {} : { on }) };
    const parseFields = parse as (answer: Fields) => ReturnType<typeof parse>; // every field of an answer is unknown
    return factOf(readCall, await read(readCall), about, parseFields);
  };
}
