import { nameWithoutPath } from '../../model/arn.ts';
import type { AuthorizationRecord } from '../../model/facts.ts';
import type { Question } from '../../model/question.ts';
import { type Fields, fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';
import { contextValues } from '../given/context-values.ts';

/** Layers whose policies are in AWS's record, and often cannot be read in any other way. */
export type RecordedLayer = 'session' | 'endpoint' | 'scp' | 'rcp';

/** A policy that AWS evaluated for the request. */
export interface RecordedPolicy {
  readonly layer: RecordedLayer;
  readonly uri: string;
  readonly name: string;
  readonly inline: boolean;
  readonly attachedTo: string | null;
}

/** AWS's record of a denial, and the policies that took part in it. */
export interface RecordDetails {
  readonly record: AuthorizationRecord;
  readonly policies: readonly RecordedPolicy[];
}

/** https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_PolicyInfo.html */
const LAYERS: Readonly<Record<string, RecordedLayer | undefined>> = {
  SESSION_POLICY: 'session',
  VPC_ENDPOINT_POLICY: 'endpoint',
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

/**
 * Reads the answer of GetRequestAuthorizationDetails. A request can have several evaluations, since an EC2 call needs several actions.
 * The one that counts is the denied one with the action and resource of the text. If none has that action, only what all evaluations
 * share is taken. Returns undefined if there is no evaluation.
 */
export function detailsIn(output: Fields, asked: Pick<Question, 'action' | 'resource'>): RecordDetails | undefined {
  const evaluations = readAll(listOf(output['evaluations']), fieldsOf);
  const policies = readAll(listOf(output['policies'] ?? []), (policy) => policyIn(fieldsOf(policy)));
  if (evaluations === undefined || evaluations.length === 0 || policies === undefined) return undefined;
  const evaluation = deniedIn(evaluations, asked) ?? {};
  const context = contextOf({ ...fieldsOf(output['requestContext']), ...fieldsOf(evaluation['context']) });
  return {
    record: {
      source: 'authorization-id',
      explicitDeny: explicitDeny(evaluation['evaluatedEffect']),
      principalArn: contextValues(context, 'aws:principalarn')[0] ?? null,
      principalId: contextValues(context, 'aws:userid')[0] ?? null,
      action: textOf(evaluation['action']) ?? null,
      resource: textOf(evaluation['resource']) || null,
      context,
      matchedStatements: statementsOf(evaluation),
      raw: output,
    },
    policies: policies.flat(),
  };
}

function deniedIn(evaluations: readonly Fields[], asked: Pick<Question, 'action' | 'resource'>): Fields | undefined {
  const denied = evaluations.filter((one) => one['evaluatedEffect'] !== 'ALLOW');
  const { action, resource } = asked;
  if (action === null) return denied[0];
  const ofAction = denied.filter((one) => textOf(one['action'])?.toLowerCase() === action.toLowerCase());
  return ofAction.find((one) => one['resource'] === resource) ?? ofAction[0];
}

function explicitDeny(effect: unknown): boolean | null {
  return effect === 'EXPLICIT_DENY' || (effect === 'IMPLICIT_DENY' ? false : null);
}

function statementsOf(evaluation: Fields): readonly unknown[] {
  return (listOf(evaluation['matchedPolicies']) ?? []).flatMap((policy) => {
    const fields = fieldsOf(policy);
    return (listOf(fields?.['matchedStatements']) ?? []).map((statement) => ({
      policy: textOf(fields?.['uri']) ?? null,
      ...fieldsOf(statement),
    }));
  });
}

/**
 * A policy of the record, once for each place that it is attached to; none if its layer is read in other ways. Undefined if the policy
 * cannot be read.
 */
function policyIn(policy: Fields | undefined): readonly RecordedPolicy[] | undefined {
  const layer = LAYERS[textOf(policy?.['type']) ?? ''];
  const uri = textOf(policy?.['uri']);
  if (policy === undefined || uri === undefined) return undefined;
  if (layer === undefined) return [];
  const inline = policy['inline'] === true;
  const name = inline ? `${layer} policy` : nameWithoutPath(uri);
  const places = (listOf(policy['attachedTo']) ?? []).map((place) => textOf(fieldsOf(place)?.['arn']));
  const attached = places.length > 0 ? places : [undefined];
  return attached.map((place) => ({ layer, uri, name, inline, attachedTo: place ?? null }));
}

/** The condition keys of the request, their values as text. A key whose value cannot be read is left out, and so stays unknown. */
function contextOf(fields: Fields): Record<string, readonly string[]> {
  const entries = Object.entries(fields).map(([key, value]) => [key, valuesOf(value)] as const);
  return Object.fromEntries(entries.flatMap(([key, values]) => (values === undefined ? [] : [[key, values]])));
}

function valuesOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return readAll(value, plainText);
  const text = plainText(value);
  return text === undefined ? undefined : [text];
}

function plainText(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
