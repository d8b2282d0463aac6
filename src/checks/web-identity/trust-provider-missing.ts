import { parseArn } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { defineCheck } from '../check.ts';
import { statementEvidence } from '../evidence.ts';
import { documentOf, principalsOf } from '../statement-text.ts';
import { advise } from '../text/advise.ts';
import { layerVerdict } from '../verdict-layers.ts';
import { isSaml, isWebIdentity } from './is-web-identity.ts';
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

interface GoneProvider {
  readonly statement: StatementFinding;
  readonly pointer: string;
  readonly arn: string;
}

/** A provider of the role's account that the trust policy names and that is not there, where it names none that is. */
function goneProvider(subject: Case, kind: string, there: readonly string[]): GoneProvider | undefined {
  if (subject.verdict === null) return undefined;
  const named = layerVerdict(subject.verdict, 'trust')
    .statements.filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      principalsOf(documentOf(subject, statement), statement)
        .filter(({ value }) => value.includes(kind) && parseArn(value)?.account === subject.facts.resourceAccount)
        .map(({ value, pointer }) => ({ statement, pointer, arn: value })),
    );
  return named.some(({ arn }) => there.includes(arn)) ? undefined : named[0];
}
