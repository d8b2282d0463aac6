import { onlyTrusted } from '../../evidence/trusted-principals.ts';
import { callerWords, orList } from '../../evidence/words.ts';
import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';

export const onlyServices = silentCause({
  id: 'trust.only-services',
  when: (denialCase, blocker) =>
    denialCase.facts.principal?.type !== 'service' && onlyTrusted('Service', blocker, denialCase) !== undefined,
  summary: (denialCase, blocker) =>
    `${shortName(denialCase.facts.role?.arn ?? null)} is a service role: its trust policy trusts ${orList(onlyTrusted('Service', blocker, denialCase) ?? [])} only, and the caller is ${callerWords(denialCase.facts.principal)}`,
});
