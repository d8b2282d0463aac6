import { isAccountId, isPartition, nameWithoutPath, parseArn } from '../model/arn.ts';
import { isUnsetValue } from '../model/unset-value.ts';
import type { Asked } from './asked.ts';
import { isIamName } from './grammar.ts';
import { isMasked, withoutPseudoParameters, withTokens } from './masked.ts';
import { join, known, type Named, token } from './named.ts';

/** A role that is assumed or passed, as far as it is known. */
export interface RoleName {
  readonly arn: Named;
  readonly name: Named;
  readonly account: string | null;
  /** The ARN as it is known for certain; null where a part of it is a token. */
  readonly knownArn: string | null;
  /** True where the text has an ARN without an account: whatever built it left it out. */
  readonly lacksAccount: boolean;
}

/** The role that the text names: by its ARN, by an ARN that is masked or lacks the account, by its name, or not at all. */
export function roleOf({ denialCase, resource, place }: Asked, stated: string | null = resource): RoleName {
  const text = denialCase.facts.role?.arn ?? withoutPseudoParameters(stated ?? '');
  const arn = parseArn(text);
  const path = arn === undefined ? text : arn.resource.startsWith('role/') ? arn.resource.slice('role/'.length) : '';
  const name = nameWithoutPath(path);
  if (isMasked(name)) return maskedRole(name, arn?.partition ?? place.partition);
  if (isUnsetValue(name) || !isIamName(name) || !/^[\w+=,.@/-]{1,576}$/.test(path))
    return { arn: token('ROLE_ARN'), name: token('ROLE_NAME'), account: null, knownArn: null, lacksAccount: false };
  const partition = arn?.partition ?? place.partition;
  if (arn !== undefined && isAccountId(arn.account) && isPartition(partition))
    return { arn: known(text), name: known(name), account: arn.account, knownArn: text, lacksAccount: false };
  const account =
    arn === undefined
      ? place.account === null
        ? token('ACCOUNT')
        : known(place.account)
      : token('ACCOUNT', 'account of the role');
  return {
    arn: join`arn:${isPartition(partition) ? partition : 'aws'}:iam::${account}:role/${path}`,
    name: known(name),
    account: null,
    knownArn: null,
    lacksAccount: arn?.account === '',
  };
}

/** A role of whose name a part is hidden; one of whose name nothing can be read is a token as a whole. */
function maskedRole(name: string, partition: string): RoleName {
  const shown = withTokens(name);
  const isReadable = isIamName(shown.text) && !/^(?:HIDDEN|ACCOUNT|REGION)$/.test(shown.text);
  const account = token('ACCOUNT', 'account of the role');
  return {
    arn: isReadable
      ? join`arn:${isPartition(partition) ? partition : 'aws'}:iam::${account}:role/${shown}`
      : token('ROLE_ARN'),
    name: isReadable ? shown : token('ROLE_NAME'),
    account: null,
    knownArn: null,
    lacksAccount: false,
  };
}
