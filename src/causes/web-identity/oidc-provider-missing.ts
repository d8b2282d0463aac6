import { defineCheck } from '../cause.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { advise } from '../../grants/advise.ts';
import { goneProvider } from './gone-provider.ts';
import { isWebIdentity } from './is-web-identity.ts';
import { hostOfProvider } from './issuer.ts';
import { LIST_PROVIDERS } from './provider-commands.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export const oidcProviderMissing = defineCheck({
  on: 'case',
  id: 'trust.oidc-provider-missing',
  layer: 'trust',
  doc: {
    what: 'The trust policy trusts an OIDC identity provider that does not exist in the account of the role.',
    why: 'The provider was deleted, was never created there, or its name in the policy is misspelt.',
    fix: 'Create the identity provider in the account of the role, or name the one that is there.',
  },
  find(subject) {
    const providers = subject.facts.providers?.oidc;
    if (!isWebIdentity(subject) || providers?.status !== 'known') return undefined;
    const there = providers.value.map(({ arn }) => arn);
    const gone = goneProvider(subject, ':oidc-provider/', there);
    if (gone === undefined) return undefined;
    const host = hostOfProvider(gone.arn) ?? '';
    const command = [
      'aws',
      'iam',
      'create-open-id-connect-provider',
      '--url',
      `https://${host}`,
      '--client-id-list',
      'sts.amazonaws.com',
    ];
    return {
      summary: `The trust policy trusts the identity provider ${gone.arn}, which does not exist in ${subject.facts.resourceAccount}`,
      evidence: [
        statementEvidence(subject, gone.statement, gone.pointer),
        { kind: 'answer', call: 'iam:ListOpenIDConnectProviders', text: there.join(', ') || 'none' },
      ],
      rung: 'likely',
      remedies: [
        advise(
          'create the identity provider in the account of the role, or name the one that is there',
          'account-admin',
          LIST_PROVIDERS,
          ...(/^[\w./-]{1,255}$/.test(host) ? [command] : []),
        ),
      ],
    };
  },
});
