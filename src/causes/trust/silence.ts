import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { targetRoleName } from '../../evidence/target-role.ts';
import { onlyTrusted } from '../../evidence/trusted-principals.ts';
import { orList } from '../../evidence/value-words.ts';
import { callerWords } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { type BlockerCause, blockerCause } from '../cause.ts';
import { silentCause } from '../runners/silent-cause.ts';

/** No statement of the trust policy comes near the request. */
export const trustSilence = [
  silentCause({
    id: 'trust.service-not-trusted',
    when: ({ facts }) => facts.principal?.type === 'service',
    whyNot: 'the caller is not an AWS service',
    summary: (denialCase) =>
      `The trust policy of ${targetRoleName(denialCase)} does not trust the service ${denialCase.facts.principal?.name ?? ''}`,
  }),
  silentCause({
    id: 'trust.only-services',
    when: (denialCase, blocker) => onlyTrusted('Service', blocker, denialCase) !== undefined,
    whyNot: 'the trust policy does not name AWS services only',
    summary: (denialCase, blocker) =>
      `${targetRoleName(denialCase)} is a service role: its trust policy trusts ${orList(onlyTrusted('Service', blocker, denialCase) ?? [])} only, but the caller is ${callerWords(denialCase.facts.principal)}`,
  }),
  silentCause({
    id: 'trust.only-federated',
    when: (denialCase, blocker) =>
      /^(user|role|session|root)$/.test(denialCase.facts.principal?.type ?? '') &&
      onlyTrusted('Federated', blocker, denialCase) !== undefined,
    whyNot:
      'the trust policy does not name identity providers only, or the caller is not a user, a role or a root user',
    summary: (denialCase, blocker) =>
      `${targetRoleName(denialCase)} trusts the identity provider ${orList(onlyTrusted('Federated', blocker, denialCase) ?? [])} only, and ${callerWords(denialCase.facts.principal)} called ${denialCase.request?.action ?? 'it'}`,
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'trust.not-listed',
    explain: (blocker, denialCase) => ({
      summary: `The trust policy of ${targetRoleName(denialCase)} does not trust ${callerWords(denialCase.facts.principal)} with ${denialCase.request?.action ?? 'it'}`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: allowRemedies(blocker, denialCase),
    }),
  }),
] as const satisfies readonly BlockerCause[];
