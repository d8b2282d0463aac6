import { onlyTrusted } from '../../evidence/trusted-principals.ts';
import { callerWords, orList } from '../../evidence/words.ts';
import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';

export const onlyFederated = silentCause({
  id: 'trust.only-federated',
  when: (denialCase, blocker) =>
    /^(user|role|session|root)$/.test(denialCase.facts.principal?.type ?? '') &&
    onlyTrusted('Federated', blocker, denialCase) !== undefined,
  summary: (denialCase, blocker) =>
    `${shortName(denialCase.facts.role?.arn ?? null)} trusts the identity provider ${orList(onlyTrusted('Federated', blocker, denialCase) ?? [])} only, and ${callerWords(denialCase.facts.principal)} called ${denialCase.request?.action ?? 'it'}`,
});
