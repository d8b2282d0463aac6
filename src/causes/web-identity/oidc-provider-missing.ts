import { isWebIdentity } from '../../evidence/federated-call.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { advise } from '../../grants/advise.ts';
import { LIST_OIDC_PROVIDERS } from '../../grants/commands-to-read.ts';
import { caseCause } from '../cause.ts';
import { goneProvider } from './gone-provider.ts';
import { createProvider, hostOfProvider } from './identity-provider.ts';

export const oidcProviderMissing = caseCause({
  id: 'trust.oidc-provider-missing',
  layer: 'trust',
  find(denialCase) {
    const providers = denialCase.facts.providers?.oidc;
    if (!isWebIdentity(denialCase) || providers?.status !== 'known') return undefined;
    const there = providers.value.map(({ arn }) => arn);
    const gone = goneProvider(denialCase, ':oidc-provider/', there);
    if (gone === undefined) return undefined;
    const host = hostOfProvider(gone.arn) ?? '';
    return {
      summary: `The trust policy trusts the identity provider ${gone.arn}, which does not exist in ${denialCase.facts.resourceAccount}`,
      evidence: [
        statementEvidence(denialCase, gone.statement, gone.pointer),
        { kind: 'answer', call: 'iam:ListOpenIDConnectProviders', text: there.join(', ') || 'none' },
      ],
      certainty: 'likely',
      remedies: [
        advise(
          'create the identity provider in the account of the role, or name the one that is there',
          'account-admin',
          LIST_OIDC_PROVIDERS,
          ...(/^[\w./-]{1,255}$/.test(host) ? [createProvider(`https://${host}`, 'sts.amazonaws.com')] : []),
        ),
      ],
    };
  },
});
