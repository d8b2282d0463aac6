import { isSaml } from '../../evidence/federated-call.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { goneProvider } from './gone-provider.ts';

export const samlProviderMissing = caseCause({
  id: 'trust.saml-provider-missing',
  layer: 'trust',
  find(denialCase) {
    const providers = denialCase.facts.providers?.saml;
    if (!isSaml(denialCase) || providers?.status !== 'known') return undefined;
    const there = providers.value.map(({ arn }) => arn);
    const gone = goneProvider(denialCase, ':saml-provider/', there);
    if (gone === undefined) return undefined;
    return {
      summary: `The trust policy trusts the SAML provider ${gone.arn}, which does not exist in ${denialCase.facts.resourceAccount}`,
      evidence: [
        statementEvidence(denialCase, gone.statement, gone.pointer),
        { kind: 'answer', call: 'iam:ListSAMLProviders', text: there.join(', ') || 'none' },
      ],
      certainty: 'likely',
      remedies: [
        advise('create the SAML provider, or name the one that is there', 'account-admin', [
          'aws',
          'iam',
          'list-saml-providers',
        ]),
      ],
    };
  },
});
