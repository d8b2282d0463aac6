import { underAnyPath } from './caller-condition.ts';

/** A principal as a negated condition exempts it. The others stay denied, and so do requests that lack the key. */
export interface ExemptedCaller {
  readonly what: string;
  readonly key: string;
  readonly values: readonly string[];
  /** The operator to use where the statement has no fitting condition. */
  readonly operator: 'ArnNotEquals' | 'ArnNotLike' | 'StringNotEquals';
  /** Operators whose list of values can take these as well, in lower case and without IfExists. */
  readonly operators: readonly string[];
}

/** The principal with this ARN, as aws:PrincipalArn has it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
export function exemptedArn(arn: string): ExemptedCaller {
  return {
    what: arn,
    key: 'aws:PrincipalArn',
    values: [arn],
    operator: 'ArnNotEquals',
    operators: ['arnnotequals', 'arnnotlike', 'stringnotequals', 'stringnotlike'],
  };
}

/** A role whose path is not known; `roles` is `arn:aws:iam::111122223333:role/`. */
export function exemptedRole(roles: string, name: string): ExemptedCaller {
  const values = underAnyPath(roles, name);
  const operators = ['arnnotequals', 'arnnotlike', 'stringnotlike'];
  return { what: `${roles}…${name}`, key: 'aws:PrincipalArn', values, operator: 'ArnNotLike', operators };
}

/** An AWS service that calls for itself. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalservicename */
export function exemptedService(name: string): ExemptedCaller {
  return {
    what: name,
    key: 'aws:PrincipalServiceName',
    values: [name],
    operator: 'StringNotEquals',
    operators: ['stringnotequals', 'stringnotlike'],
  };
}
