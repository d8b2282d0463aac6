import { principalsByName } from '../../../reference/services/service-names.ts';
import { CONTROL_TOWER_ROLE, STACK_SET_ROLE } from '../../../reference/services/service-roles.ts';
import { arnAfter, arnBefore, serviceAfter, subjectBefore } from '../found-values.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';
import { serviceName, speaksOfItself, subjectOf, UNABLE_ENDS } from './unable-service.ts';

const CLAIM = 'cannot-assume';

/**
 * A service says that it cannot assume the role it was given: either the role's trust policy does not trust the service, or the role
 * does not exist. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
export const cannotAssume: PhraseShape = phraseShape('service-cannot-assume', [
  {
    begins: 'beassumedby',
    needles: ['be assumed by'],
    rest: /(?:(?:the)?(?:service)?principal["'`]{0,1})?/iy,
    after: /(?:cannot|can['’]t|couldnot|couldn['’]t|unableto)$/,
    when: (found) => isService(serviceAfter(found)),
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(arnBefore(cannotBe(found))), passedToService: serviceAfter(found) }),
  },
  {
    begins: 'isnotauthorizedtoassumetheprovidedrole',
    needles: ['authorized to assume'],
    after: /theprincipal[a-z0-9.-]{3,80}$/,
    claim: CLAIM,
    says: (_, found) =>
      fields({ ...assumeRole(), passedToService: /([a-z0-9.-]+)$/.exec(before(found, /theprincipal/))?.[1] }),
  },
  {
    begins: 'neithertheglobalserviceprincipal',
    needles: ['global service principal'],
    rest: /([a-z0-9.-]{3,60}?),northeregionaloneisauthorizedtoassumetheprovidedrole/iy,
    claim: CLAIM,
    says: ([, service]) => fields({ ...assumeRole(), passedToService: service }),
  },
  {
    // Pods of EKS get a role through this principal. That the node may not call eks-auth is said in IAM's own words.
    // https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
    begins: 'eksdoesnothavepermissionstoassumetheassociatedrole',
    needles: ['to assume the associated'],
    claim: CLAIM,
    says: () => fields({ ...assumeRole(), passedToService: 'pods.eks.amazonaws.com' }),
  },
  {
    // "ECS was unable to assume the role …", "AWS CodeDeploy does not have the permissions required to assume the role …"
    begins: 'assume',
    needles: ['to assume', 'not assume', "n't assume", 'n’t assume'],
    rest: /(?:(?:the|this|its|your|IAM|execution|service|given|provided|specified|supplied|associated|configured)+role|role):?/iy,
    after: UNABLE_ENDS,
    when: speaksOfItself,
    claim: CLAIM,
    says: (_, found) =>
      fields({ ...assumeRole(arnAfter(found)), passedToService: serviceName(subjectOf(found)) ?? trusted(found) }),
  },
  {
    begins: 'rolemustbeassumablewith',
    needles: ['role must be assumable'],
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(), passedToService: serviceAfter(found) }),
  },
  {
    begins: 'doesnothaveatrustrelationshipallowing',
    needles: ['not have a trust relationship'],
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(arnBefore(found)), passedToService: serviceAfter(found) }),
  },
  {
    // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
    begins: 'unabletoassumerolefor',
    needles: ['to assume role for'],
    rest: /(?=arn:)/y,
    after: /accessdeniedexception:?$/,
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(arnAfter(found)), passedToService: 'rolesanywhere.amazonaws.com' }),
  },
  {
    // The role of a StackSet in an account that gets its stacks, which a role of the administrator's account assumes.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html
    begins: 'rolewithtrustrelationshiptorole',
    needles: ['trust relationship to Role'],
    after: /shouldhave/,
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(executionRole(found)), callerName: STACK_SET_ROLE }),
  },
  {
    // Automation of Systems Manager. https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html
    begins: 'theprovidedrole:',
    needles: ['provided role:'],
    rest: /(?=arn:aws[\w-]{0,12}:iam::\d{12}:role\/[\w+=,.@/-]{1,200}?can['’]tbeassumed)/y,
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(arnAfter(found)), passedToService: 'ssm.amazonaws.com' }),
  },
  {
    // Control Tower, about its own two roles.
    begins: 'isunabletoassumethe',
    needles: ['unable to assume'],
    rest: /([A-Z][\w+=,@-]{2,63}?)role(?=[.,;:]|$)/y,
    after: /role$/,
    claim: CLAIM,
    says: ([, name]) => fields({ ...assumeRole(name), callerName: CONTROL_TOWER_ROLE }),
  },
  {
    begins: 'isunabletoperform:sts:assumerole',
    needles: ['perform: sts:AssumeRole'],
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(), passedToService: trusted(found) ?? subjectBefore(found) }),
  },
  {
    begins: 'couldnotassumerole',
    needles: ['not assume role'],
    rest: /:?(?=["'`]?arn:)/y,
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(arnAfter(found)), passedToService: trusted(found) }),
  },
  {
    begins: 'isinvalidorcannotbeassumed',
    needles: ['cannot be assumed'],
    // CloudFormation, about the role that a stack was given.
    rest: /(?:\(Service:Amazon(CloudFormation);)?/y,
    claim: CLAIM,
    says: ([, service], found) => fields({ ...assumeRole(arnBefore(found)), passedToService: service }),
  },
  {
    // https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html
    begins: 'followingrequiredserviceprincipals[',
    needles: ['required service principals'],
    rest: /([a-z0-9.-]{5,60})[\w., -]{0,120}\]werenotfoundinthetrustrelationshipsof(?:[a-z]{1,12}Role)?/y,
    claim: CLAIM,
    says: ([, host], found) => fields({ ...assumeRole(arnAfter(found)), passedToService: host }),
  },
  {
    begins: 'couldnotbeassumedbecauseitdoesnotexistorthetrustedentityisnotcorrect',
    needles: ['be assumed because'],
    claim: CLAIM,
    says: (_, found) => fields(assumeRole(arnBefore(found))),
  },
  {
    begins: 'shouldbegivenassumerolepermissionsfor',
    needles: ['given assume role permissions'],
    rest: /([A-Z][A-Za-z]{2,30}?)(?=Service|\.|\()/y,
    claim: CLAIM,
    says: ([, service], found) => fields({ ...assumeRole(arnBefore(found)), passedToService: service }),
  },
  {
    begins: 'executionroleyouprovidemustallow',
    needles: ['execution role you provide'],
    rest: /((?:AWS|Amazon)?[A-Z][A-Za-z]{3,40}?)toassumetherole/y,
    claim: CLAIM,
    says: ([, service]) =>
      fields({
        ...assumeRole(),
        passedToService: service?.replace(/^AWS(?=EventBridge)/, 'AWS ').replace('BridgeScheduler', 'Bridge Scheduler'),
      }),
  },
  {
    begins: 'definedassumeroleisunabletobeassumed',
    needles: ['unable to be assumed'],
    claim: CLAIM,
    says: () => assumeRole(),
  },
  {
    // The roles of DMS, which have fixed names: one is missing, or does not trust the service.
    // https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html#CHAP_Security.APIRole
    begins: 'isnotconfiguredproperly',
    needles: ['is not configured properly'],
    after: /dms-(?:vpc-role|cloudwatch-logs-role|access-for-\w{3,20})["'`]?$/,
    claim: CLAIM,
    says: (_, found) =>
      fields({ ...assumeRole(arnBefore(found) ?? dmsRole(found)), passedToService: 'dms.amazonaws.com' }),
  },
  {
    // RDS says it where its monitoring cannot assume the role; ENHANCED_MONITORING is a setting, not a permission.
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html
    begins: 'rolearnvalueisinvalidordoesnotincludetherequiredpermissionsfor:',
    needles: ['include the required permissions'],
    rest: /ENHANCED_MONITORING/iy,
    claim: CLAIM,
    says: (_, found) => fields({ ...assumeRole(arnAfter(found)), passedToService: 'monitoring.rds.amazonaws.com' }),
  },
  {
    begins: 'rolearndoesnothaverequiredpermissions',
    needles: ['not have required permissions'],
    rest: /(?:configured)?[.]?(?:Pleasegranttrustpermissionfor([A-Z][A-Za-z]{2,30}?)and)?/y,
    claim: CLAIM,
    says: ([, service]) => fields({ passedToService: service?.replace(/([a-z]|API)(?=[A-Z])/g, '$1 ') }),
  },
]);

/** True for the name of a service. Prose also says that roles "cannot be assumed by" people or pull requests. */
function isService(name: string | undefined): boolean {
  return name !== undefined && (/^(?:AWS|Amazon) |\.amazonaws\.com/.test(name) || principalsByName(name).length > 0);
}

function assumeRole(resource?: string) {
  return fields({ action: 'sts:AssumeRole', resource });
}

function before({ dense, from }: PhraseMatch, after: RegExp): string {
  const text = dense.text.slice(Math.max(0, from - 120), from);
  return text.slice(text.search(after) + after.source.length);
}

function dmsRole({ dense, from }: PhraseMatch): string | undefined {
  return /dms-[a-z-]{5,30}(?=["'`]?$)/.exec(dense.text.slice(Math.max(0, from - 60), from))?.[0];
}

/** `Account 222233334444 should have 'NAME' role with …`: the ARN of the role that this means, or its name where the account is masked. */
function executionRole({ dense, from }: PhraseMatch): string | undefined {
  const before = dense.text.slice(Math.max(0, from - 180), from);
  const [, account, name] = /(?:Account(\d{12}))?should(?:have)["'`]([\w+=,.@/:-]{1,160})["'`]$/i.exec(before) ?? [];
  return account === undefined ? name : `arn:aws:iam::${account}:role/${name}`;
}

/** The match, extended to the "cannot" before "be assumed by": the role's ARN ends there. */
function cannotBe(found: PhraseMatch): PhraseMatch {
  const before = found.dense.lower.slice(Math.max(0, found.from - 10), found.from);
  return {
    ...found,
    from: found.from - (/(?:cannot|can['’]t|couldnot|couldn['’]t|unableto)$/.exec(before)?.[0].length ?? 0),
  };
}

/** The service principal that the rest of the message names: "… a trust relationship for 'sagemaker.amazonaws.com'", "allows principal 'X' to assume the role". */
function trusted({ dense, from }: PhraseMatch): string | undefined {
  return /(?:trustrelationshipfor|principal|trusts?)["'`]([a-z0-9.-]{3,80})["'`]/i.exec(
    dense.text.slice(from, from + 500),
  )?.[1];
}
