import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import { type Fact, mapFact } from '../../model/fact.ts';
import { type Gap, notGiven } from '../../model/gap.ts';
import type { Question } from '../../model/question.ts';
import type { Read } from '../../model/read.ts';
import { type Ask, askWith, type Site } from '../ask/ask.ts';
import { fieldsOf, textOf } from '../ask/fields.ts';
import { readByName } from './read-entity.ts';

/** A question about an IAM resource, and why its path is not known; null where it is. */
export interface PathSearch {
  readonly question: Question;
  readonly gap: Gap | null;
}

/**
 * The question with the path of a role, user or instance profile that the text has by its name alone, as IAM's errors print it. Policies
 * name such a resource by its whole ARN, so nothing is decided before the path is read. What does not exist has no path to look for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
 */
export async function findPath(question: Question, read: Read): Promise<PathSearch> {
  const { resource, pathUnknown } = question;
  const arn = resource === null ? undefined : parseArn(resource);
  const isOpen = pathUnknown === true && question.refusedBeforePolicies !== true;
  if (!isOpen || resource === null || arn === undefined) return { question, gap: null };
  const name = nameWithoutPath(arn.resource);
  const site: Site = { account: arn.account, partition: arn.partition, who: 'account-admin' };
  const found = await readArn(askWith(read), site, arn.resource.slice(0, arn.resource.indexOf('/')), name);
  switch (found?.status) {
    case 'known':
      return { question: named(question, found.value), gap: null };
    case 'absent':
      return { question: named(question, resource), gap: null };
    case 'unreadable':
      return { question, gap: found.gap };
    case undefined:
      return { question, gap: notGiven({ what: `the path of ${name}`, toPass: 'resource' }) };
  }
}

function named({ pathUnknown: _, ...question }: Question, resource: string): Question {
  return { ...question, resource };
}

/** Undefined for what IAM has no read by name for. */
async function readArn(ask: Ask, site: Site, kind: string, name: string): Promise<Fact<string> | undefined> {
  if (kind === 'role' || kind === 'user')
    return mapFact(await readByName(ask, site, { kind, name, arn: null }), ({ entity }) => entity.arn);
  if (kind !== 'instance-profile') return undefined;
  return ask(site, {
    call: 'iam:GetInstanceProfile',
    input: { InstanceProfileName: name },
    what: `the instance profile ${name}`,
    read: (output) => textOf(fieldsOf(output['InstanceProfile'])?.['Arn']),
  });
}
