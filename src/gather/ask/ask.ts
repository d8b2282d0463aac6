import type { Fact } from '../../model/fact.ts';
import type { Who } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import type { Read, ReadCall } from '../../model/read.ts';
import type { CallName } from './calls.ts';
import { type About, factOf } from './fact-of.ts';
import type { Fields } from './fields.ts';

/** Where reads go: one account, seen from the request. */
export interface Site {
  /** Null where only the credentials tell. */
  readonly account: string | null;
  readonly partition: string;
  readonly region?: string;
  /** Who can grant reads there. */
  readonly who: Who;
}

/** One question to AWS. */
interface Asking<T> {
  readonly call: CallName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly what: string;
  readonly layer?: Layer;
  readonly on?: string;
  readonly provenBy?: About['provenBy'];
  readonly who?: Who;
  /** Undefined for an answer that cannot be read. */
  readonly read: (output: Fields) => T | undefined;
}

/** Asks AWS, and gives what it answers as a fact. Never rejects for what AWS answers or refuses. */
export type Ask = <T>(site: Site, asking: Asking<T>) => Promise<Fact<T>>;

/** The one place that turns AWS's answers into facts: over whatever reads, AWS or a snapshot. */
export function askWith(read: Read): Ask {
  return async (site, asking) => {
    const { call, input, what, layer, on, provenBy, who, read: parse } = asking;
    const readCall: ReadCall = {
      call,
      account: site.account,
      input,
      partition: site.partition,
      ...(site.region === undefined ? {} : { region: site.region }),
    };
    const about: About = {
      what,
      layer: layer ?? null,
      who: who ?? site.who,
      ...(on === undefined ? {} : { on }),
      ...(provenBy === undefined ? {} : { provenBy }),
    };
    return factOf(readCall, await read(readCall), about, parse);
  };
}
