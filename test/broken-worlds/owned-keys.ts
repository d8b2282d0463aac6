import { CALLER_ACCOUNT, callerEntity, ORGANIZATION, type Shape } from './world.ts';

/** Whose a condition key is: somebody's parameter, the caller, the way of the request, the resource, a service in between. */
type KeyOwner = 'call' | 'caller' | 'way' | 'resource' | 'service';

/** A condition key, with what a policy asks for, and what the request has that does not meet it. */
export interface OwnedKey {
  readonly owner: KeyOwner;
  readonly key: string;
  readonly operator: string;
  /** What the policy asks for. */
  readonly asked: (shape: Shape) => string;
  /** What the request has, given with --context; null: it has no such key. Undefined where denytrace knows it by itself. */
  readonly sent?: readonly string[] | null;
  /** The negated operator, for a Deny that is not about those who meet it. */
  readonly exempts: string;
  /** The requests that have the key. */
  readonly asks: readonly Shape['ask'][];
}

const EVERY = ['assume', 'pass', 'queue'] as const;

/** Picked by hand, some for each owner. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const OWNED_KEYS: readonly OwnedKey[] = [
  {
    ...{ owner: 'call', key: 'sts:ExternalId', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'partner-77', sent: ['partner-78'], asks: ['assume'] },
  },
  {
    ...{ owner: 'call', key: 'sts:RoleSessionName', operator: 'StringLike', exempts: 'StringNotLike' },
    ...{ asked: () => 'deploy-*', sent: ['ci-7'], asks: ['assume'] },
  },
  {
    ...{ owner: 'call', key: 'iam:PassedToService', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'ecs-tasks.amazonaws.com', asks: ['pass'] },
  },
  {
    ...{ owner: 'caller', key: 'aws:PrincipalOrgID', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'o-otherorg999', asks: EVERY },
  },
  {
    ...{ owner: 'caller', key: 'aws:PrincipalAccount', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => '777766665555', asks: EVERY },
  },
  {
    ...{ owner: 'caller', key: 'aws:PrincipalArn', operator: 'ArnLike', exempts: 'ArnNotLike' },
    ...{ asked: (shape) => `${callerEntity(shape)}er`, asks: EVERY },
  },
  {
    ...{ owner: 'caller', key: 'aws:PrincipalTag/team', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'red', sent: ['blue'], asks: EVERY },
  },
  {
    ...{ owner: 'caller', key: 'aws:MultiFactorAuthPresent', operator: 'Bool', exempts: 'BoolIfExists' },
    ...{ asked: () => 'true', sent: null, asks: EVERY },
  },
  {
    ...{ owner: 'way', key: 'aws:SourceIp', operator: 'IpAddress', exempts: 'NotIpAddress' },
    ...{ asked: () => '203.0.113.0/24', sent: ['198.51.100.7'], asks: EVERY },
  },
  {
    ...{ owner: 'way', key: 'aws:RequestedRegion', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'eu-central-1', sent: ['eu-west-1'], asks: EVERY },
  },
  {
    ...{ owner: 'way', key: 'aws:SourceVpce', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'vpce-0123456789abcdef0', sent: null, asks: EVERY },
  },
  {
    ...{ owner: 'resource', key: 'aws:ResourceTag/stage', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'test', sent: ['prod'], asks: EVERY },
  },
  {
    ...{ owner: 'resource', key: 'aws:ResourceAccount', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => '777766665555', asks: EVERY },
  },
  {
    ...{ owner: 'resource', key: 'aws:ResourceOrgID', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'o-otherorg999', sent: [ORGANIZATION], asks: EVERY },
  },
  {
    ...{ owner: 'service', key: 'aws:SourceArn', operator: 'ArnLike', exempts: 'ArnNotLike' },
    ...{ asked: () => `arn:aws:events:eu-west-1:${CALLER_ACCOUNT}:rule/nightly`, sent: null, asks: EVERY },
  },
  {
    ...{ owner: 'service', key: 'aws:SourceAccount', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => CALLER_ACCOUNT, sent: null, asks: EVERY },
  },
  {
    ...{ owner: 'service', key: 'aws:CalledViaFirst', operator: 'StringEquals', exempts: 'StringNotEquals' },
    ...{ asked: () => 'cloudformation.amazonaws.com', sent: null, asks: EVERY },
  },
];
