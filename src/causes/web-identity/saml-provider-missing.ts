import { defineCheck } from '../cause.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { advise } from '../../grants/advise.ts';
import { goneProvider } from './gone-provider.ts';
import { isSaml } from './is-web-identity.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const samlProviderMissing = defineCheck({
  on: 'case',
  id: 'trust.saml-provider-missing',
  layer: 'trust',
  doc: {
    what: 'The trust policy trusts a SAML provider that does not exist in the account of the role.',
    why: 'The provider was deleted or created anew under another name, or its name in the policy is misspelt.',
    fix: 'Create the SAML provider with the metadata of the identity provider, or name the one that is there.',
  },
  find(subject) {
    const providers = subject.facts.providers?.saml;
    if (!isSaml(subject) || providers?.status !== 'known') return undefined;
    const there = providers.value.map(({ arn }) => arn);
    const gone = goneProvider(subject, ':saml-provider/', there);
    if (gone === undefined) return undefined;
    return {
      summary: `The trust policy trusts the SAML provider ${gone.arn}, which does not exist in ${subject.facts.resourceAccount}`,
      evidence: [
        statementEvidence(subject, gone.statement, gone.pointer),
        { kind: 'answer', call: 'iam:ListSAMLProviders', text: there.join(', ') || 'none' },
      ],
      rung: 'likely',
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
