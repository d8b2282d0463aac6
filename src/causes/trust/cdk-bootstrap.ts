import { parseArn } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { advise } from '../../grants/advise.ts';

const CDK_ROLE =
  /^role\/cdk-([a-z0-9]{1,32})-(deploy|lookup|file-publishing|image-publishing|cfn-exec)-role-(\d{12})-([a-z0-9-]{5,32})$/;

/** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
export const cdkBootstrap = defineCheck({
  on: 'blockage',
  layer: 'trust',
  kind: 'missing-allow',
  id: 'trust.cdk-bootstrap',
  doc: {
    what: 'A role that the CDK bootstraps is missing in the target account and region, or does not trust the account that deploys.',
    why: 'The environment was never bootstrapped, with another qualifier, or without `--trust` for the account of the pipeline.',
    fix: 'Run `cdk bootstrap` for that account and region with administrator credentials, with --trust for the account that deploys from elsewhere.',
  },
  explain(blockage, subject) {
    const role = cdkRole(subject);
    if (role === undefined) return undefined;
    const { entity } = subject.facts.role ?? {};
    const missing = roleIsMissing(subject) && entity?.status === 'absent';
    const evidence = missing
      ? nonEmpty([{ kind: 'absent', call: entity.call, on: entity.on } as const])
      : allowEvidence(blockage, subject);
    if (evidence === undefined) return undefined;
    const caller = subject.facts.principal?.account ?? null;
    return {
      summary: missing
        ? `${role.account} in ${role.region} is not bootstrapped for the CDK: there is no ${role.kind} role of qualifier ${role.qualifier}`
        : `The CDK's ${role.kind} role in ${role.account} does not trust the caller: the environment was bootstrapped without --trust ${caller ?? ''}`,
      evidence,
      remedies: [advise(`bootstrap ${role.account} in ${role.region} again`, 'role-owner', bootstrap(role, caller))],
    };
  },
});

interface CdkRole {
  readonly qualifier: string;
  readonly kind: string;
  readonly account: string;
  readonly region: string;
}

function cdkRole({ facts, request }: Case): CdkRole | undefined {
  const resource = parseArn(facts.role?.arn ?? request?.resource ?? '')?.resource ?? '';
  const [, qualifier, kind, account, region] = CDK_ROLE.exec(resource) ?? [];
  if (qualifier === undefined || kind === undefined || account === undefined || region === undefined) return undefined;
  return { qualifier, kind, account, region };
}

function bootstrap({ qualifier, account, region }: CdkRole, caller: string | null): readonly string[] {
  const own = qualifier === 'hnb659fds' ? [] : ['--qualifier', qualifier];
  const trust = caller === null || caller === account ? [] : ['--trust', caller];
  return ['cdk', 'bootstrap', `aws://${account}/${region}`, ...own, ...trust];
}
