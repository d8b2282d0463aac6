import { linkedRoleIn } from '../evidence/linked-role.ts';
import { isAccountId, parseArn } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Question } from '../model/question.ts';
import { isRegion } from '../reference/partitions.ts';
import { nearbyBucket, nearbyResource } from '../request/nearby-resource.ts';
import { type CallerName, callerOf } from './caller.ts';
import { placeOfCutArn } from './masked.ts';
import { partitionOfRequest } from './partition.ts';
import type { ResourcePlace } from './resource.ts';

/** One request whose requirements are listed, as far as it is known. */
export interface Asked {
  readonly question: Question;
  readonly denialCase: DenialCase;
  readonly action: string;
  /** As the text has it: an ARN, `*`, a bare or masked name. Null where it has none. */
  readonly resource: string | null;
  readonly caller: CallerName;
  readonly place: ResourcePlace;
  /** The account that owns the resource; null where it is not known. */
  readonly resourceAccount: string | null;
  /** Are caller and resource in one account? */
  readonly accounts: 'same' | 'across' | 'unknown';
}

/** The resource of the question; where it has no action of its own, the one that the text has for this action. */
function resourceOf({ resource, denial, action: own }: Question, action: string): string | null {
  const around = own === null && denial !== null ? nearbyResource(denial, action)?.value : undefined;
  return resource ?? denial?.resource ?? around ?? null;
}

/** The service-linked role that the text is about: its name and path are fixed. */
function linkedRoleArn(
  action: string,
  denialCase: DenialCase,
  partition: string,
  account: string | null,
): string | null {
  if (action.toLowerCase() !== 'iam:createservicelinkedrole') return null;
  const found = linkedRoleIn(denialCase);
  if (found === undefined) return null;
  return `arn:${partition}:iam::${account ?? '{account}'}:role/aws-service-role/${found.host}/${found.role}`;
}

/** The request for one action of the denied call. `isDenied`: is it the denied one, so that the resource of the text is its resource? */
export function askedFor(action: string, isDenied: boolean, question: Question, denialCase: DenialCase): Asked {
  const caller = callerOf(question, denialCase);
  const partition = partitionOfRequest(question, denialCase);
  const stated = isDenied ? resourceOf(question, action) : null;
  const resource = stated ?? (isDenied ? linkedRoleArn(action, denialCase, partition, caller.account) : null);
  const named = resource === null ? undefined : parseArn(resource)?.account;
  const cut = resource === null ? undefined : placeOfCutArn(resource);
  const owner =
    named !== undefined && isAccountId(named)
      ? named
      : cut?.account != null
        ? cut.account
        : isDenied
          ? denialCase.facts.resourceAccount
          : null;
  const region = question.region ?? (resource === null ? null : (parseArn(resource)?.region ?? cut?.region ?? null));
  return {
    question,
    denialCase,
    action,
    resource,
    caller,
    resourceAccount: owner,
    place: {
      partition,
      region: region !== null && isRegion(partition, region) ? region : null,
      account: owner ?? caller.account,
      bucket: question.denial === null ? undefined : nearbyBucket(question.denial),
    },
    accounts: caller.account === null || owner === null ? 'unknown' : caller.account === owner ? 'same' : 'across',
  };
}
