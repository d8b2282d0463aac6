import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { CDK_ROLE } from './cdk-role-name.ts';
import { callerEvidence } from './identity-words.ts';

const CDK_WORDS: Readonly<Record<string, string>> = {
  deploy: 'which starts deployments',
  lookup: 'which only looks things up while the app is put together',
  'file-publishing': 'which only uploads files',
  'image-publishing': 'which only pushes images',
  'cfn-exec': 'with which CloudFormation makes the resources',
};

export const cdkRole = caseCause({
  id: 'caller.cdk-role',
  layer: null,
  find(denialCase) {
    const { principal } = denialCase.facts;
    const [, kind = '', account, region] = CDK_ROLE.exec(principal?.name ?? '') ?? [];
    const words = Object.hasOwn(CDK_WORDS, kind) ? CDK_WORDS[kind] : undefined;
    const evidence = callerEvidence(denialCase);
    if (words === undefined || evidence === undefined || denialCase.denial === null) return undefined;
    return {
      summary: `The caller is the CDK’s ${kind} role, ${words}: the permission is missing there`,
      evidence,
      certainty: 'likely',
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
