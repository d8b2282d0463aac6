import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { advise } from '../../grants/advise.ts';
import { parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { blockerCause } from '../cause.ts';

const CDK_ROLE =
  /^role\/cdk-([a-z0-9]{1,32})-(deploy|lookup|file-publishing|image-publishing|cfn-exec)-role-(\d{12})-([a-z0-9-]{5,32})$/;

export const cdkBootstrap = blockerCause({
  kind: 'missing-allow',
  id: 'trust.cdk-bootstrap',
  explain(blocker, denialCase) {
    const role = cdkRole(denialCase);
    if (role === undefined) return undefined;
    const { entity } = denialCase.facts.role ?? {};
    const missing = roleIsMissing(denialCase) && entity?.status === 'absent';
    const evidence = missing
      ? nonEmpty([{ kind: 'absent', call: entity.call, on: entity.on } as const])
      : allowEvidence(blocker, denialCase);
    if (evidence === undefined) return undefined;
    const caller = denialCase.facts.principal?.account ?? null;
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

function cdkRole({ facts, request }: DenialCase): CdkRole | undefined {
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
