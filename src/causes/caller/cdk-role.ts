import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { CDK_ROLE } from './cdk-role-name.ts';
import { callerEvidence } from './identity-words.ts';

const CDK_WORDS: Readonly<Record<string, string>> = {
  deploy: 'which starts deployments',
  lookup: 'which only looks things up while the app is put together',
  'file-publishing': 'which only uploads files',
  'image-publishing': 'which only pushes images',
  'cfn-exec': 'with which CloudFormation makes the resources',
};

/** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
export const cdkRole = defineCheck({
  on: 'case',
  id: 'caller.cdk-role',
  layer: null,
  doc: {
    what: 'The call was made with one of the roles that the CDK bootstraps: the permission belongs to that role, not to yours.',
    why: 'The CDK uses five roles: deploy, lookup, two for publishing, and the one with which CloudFormation makes the resources (cfn-exec). A restricted bootstrap (--cloudformation-execution-policies) or an old one leaves something out.',
    fix: 'Bootstrap the environment again with the current CDK; for the cfn-exec role add the permission to its execution policies.',
  },
  find(subject) {
    const { principal } = subject.facts;
    const [, kind = '', account, region] = CDK_ROLE.exec(principal?.name ?? '') ?? [];
    const words = Object.hasOwn(CDK_WORDS, kind) ? CDK_WORDS[kind] : undefined;
    const evidence = callerEvidence(subject);
    if (words === undefined || evidence === undefined || subject.denial === null) return undefined;
    return {
      summary: `The caller is the CDK’s ${kind} role, ${words}: the permission is missing there`,
      evidence,
      rung: 'likely',
      remedies: [
        advise(
          kind === 'cfn-exec'
            ? 'bootstrap again with execution policies that allow it (--cloudformation-execution-policies)'
            : 'bootstrap the environment again with the current CDK',
          'account-admin',
          ['cdk', 'bootstrap', `aws://${account}/${region}`],
        ),
      ],
    };
  },
});
