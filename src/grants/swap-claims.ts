import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import { textsAt } from '../evidence/policy-lookup.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Remedy } from '../model/remedy.ts';
import { oneOrMore } from '../policy/one-or-more.ts';
import { ownerOf } from './owners.ts';

/** Audience and subject of a trust policy, each in place of the other: the values stay, and as they stand they match no token. */
export function swapClaims(
  { statement, document }: StatementNearMiss,
  denialCase: DenialCase,
): readonly Remedy[] | undefined {
  const { policy, conditions } = statement;
  const [audience, ...audiences] = conditions.filter(({ key }) => /:aud$/i.test(key));
  const [subject, ...subjects] = conditions.filter(({ key }) => /:sub$/i.test(key));
  if (audience === undefined || subject === undefined || audiences.length + subjects.length > 0) return undefined;
  const who = ownerOf('trust', denialCase, policy);
  const valuesAt = (pointer: string) => textsAt(document, pointer).map(({ value }) => value);
  const put = (pointer: string, values: readonly string[]): Remedy => {
    const value = oneOrMore(values);
    return { kind: 'replace', policy, pointer, value, who, why: 'audience and subject are swapped' };
  };
  return [put(audience.pointer, valuesAt(subject.pointer)), put(subject.pointer, valuesAt(audience.pointer))];
}
