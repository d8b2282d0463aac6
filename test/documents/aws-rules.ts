import { actionsOf, DOCS, IAM, is, listOf, ofService, type Rule } from './rule.ts';
import { type ShownDocument, type Statement, statementsOf } from './shown-document.ts';
import { SIZE_RULES } from './size-rules.ts';

const all = () => true;
const isWhole = ({ isFragment }: ShownDocument) => !isFragment;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function principalsOf(statement: Statement, type: string): readonly unknown[] {
  return [statement['Principal'], statement['NotPrincipal']].flatMap((one) =>
    typeof one === 'object' && one !== null ? listOf(Reflect.get(one, type)) : [],
  );
}

const hasPrincipal = (statement: Statement) => 'Principal' in statement || 'NotPrincipal' in statement;
const hasResource = (statement: Statement) => 'Resource' in statement || 'NotResource' in statement;

/** Every action begins with one of the prefixes; a bare "*" is of every service. */
const actsOnlyIn =
  (...prefixes: readonly string[]) =>
  (statement: Statement) =>
    actionsOf(statement).some(
      (action) => action !== '*' && !prefixes.some((prefix) => String(action).toLowerCase().startsWith(`${prefix}:`)),
    );

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const OPERATOR =
  /^(?:(?:ForAllValues|ForAnyValue):)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|Numeric(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Date(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like))(?:IfExists)?$|^Null$/;
/** A word in capitals takes the place of what a text does not tell: it is listed as a placeholder. */
const TOKEN = /[A-Z][A-Z0-9]*_[A-Z0-9_]+|\bACCOUNT\b|\bSUBJECT\b|\bAUDIENCE\b|\bREGION\b|\bBUCKET\b/;

export const RULES: readonly Rule[] = [
  {
    says: 'a document has Version, Id and Statement, and a statement nothing but its elements',
    page: `${IAM}/reference_policies_grammar.html`,
    about: all,
    document: (document) =>
      Object.keys(document).some((key) => !['Version', 'Id', 'Statement'].includes(key)) ||
      statementsOf(document).length === 0,
    statement: (one) => Object.keys(one).some((key) => !ELEMENTS.includes(key)),
  },
  {
    says: 'an Effect is Allow or Deny',
    page: `${IAM}/reference_policies_elements_effect.html`,
    about: all,
    statement: ({ Effect }) => Effect !== 'Allow' && Effect !== 'Deny',
  },
  {
    says: 'a statement has either Action or NotAction, and names a service and an action',
    page: `${IAM}/reference_policies_elements_action.html`,
    about: all,
    statement: (one) =>
      'Action' in one === 'NotAction' in one ||
      actionsOf(one).length === 0 ||
      actionsOf(one).some((action) => action !== '*' && !/^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(String(action))),
  },
  {
    says: 'a statement has no more than one of Resource and NotResource, of Principal and NotPrincipal',
    page: `${IAM}/reference_policies_grammar.html`,
    about: all,
    statement: (one) => ('Resource' in one && 'NotResource' in one) || ('Principal' in one && 'NotPrincipal' in one),
  },
  {
    says: 'a resource is an ARN of six parts, or "*"',
    page: `${IAM}/reference_policies_elements_resource.html`,
    about: all,
    statement: (one) =>
      [...listOf(one['Resource']), ...listOf(one['NotResource'])].some(
        (text) => text !== '*' && !TOKEN.test(String(text)) && !/^arn:[^:]+:[^:*?]+:[^:]*:[^:]*:.+$/.test(String(text)),
      ),
  },
  {
    says: 'policy variables work in version 2012-10-17 only, which new documents have',
    page: `${IAM}/reference_policies_elements_version.html`,
    about: isWhole,
    document: (document, { ours }) =>
      document['Version'] !== '2012-10-17' &&
      (ours.length === statementsOf(document).length ||
        ours.some(({ now }) => textsIn(now).some((text) => text.includes('${')))),
  },
  {
    says: 'a Sid has letters and digits only, and is unique in its document',
    page: `${IAM}/reference_policies_elements_sid.html`,
    about: is('managed', 'inline', 'boundary', 'session', 'scp', 'rcp', 'trust'),
    statement: ({ Sid }) => Sid !== undefined && !/^[A-Za-z0-9]*$/.test(String(Sid)),
    document: (document) => {
      const ids = statementsOf(document).flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid]));
      return new Set(ids).size < ids.length;
    },
  },
  {
    says: 'a condition has operators, each with keys, each with values',
    page: `${IAM}/reference_policies_elements_condition_operators.html`,
    about: all,
    statement: ({ Condition }) =>
      Condition !== undefined &&
      Object.entries(Object(Condition)).some(
        ([operator, keys]) =>
          !OPERATOR.test(operator) ||
          Object.keys(Object(keys)).length === 0 ||
          Object.values(Object(keys)).some((values) => listOf(values).length === 0),
      ),
  },
  {
    says: 'a policy holds tab, line feed, carriage return and U+0020 to U+00FF only',
    page: `${IAM}/reference_iam-quotas.html`,
    about: is('managed', 'inline', 'boundary', 'trust'),
    statement: (one) => /[^\t\n\r\u0020-\u00ff]/.test(JSON.stringify(one)),
  },
  {
    says: 'an identity policy, a boundary, a session policy and an SCP name no Principal, and a Resource',
    page: `${IAM}/reference_policies_elements_principal.html`,
    about: is('managed', 'inline', 'boundary', 'session', 'scp'),
    statement: (one) => hasPrincipal(one) || !hasResource(one),
  },
  {
    says: 'a policy of a resource, a trust policy, an RCP and an endpoint policy name a Principal',
    page: `${IAM}/reference_policies_elements_principal.html`,
    about: is('resource', 'trust', 'rcp', 'endpoint'),
    statement: (one) => !hasPrincipal(one),
  },
  {
    says: 'a principal is an ARN without wildcards, an account, a service, a provider, or "*"',
    page: `${IAM}/reference_policies_elements_principal.html`,
    about: is('resource', 'trust'),
    statement: (one) =>
      principalsOf(one, 'AWS').some(
        (text) =>
          text !== '*' &&
          !TOKEN.test(String(text)) &&
          !/^(?:\d{12}|A[IR][A-Z0-9]{10,}|arn:[^:]+:(?:iam|sts)::\d{12}:(?:root|(?:user|role|assumed-role|federated-user)\/[^*?]+))$/.test(
            String(text),
          ),
      ) ||
      principalsOf(one, 'Service').some(
        (text) => !/^[a-z0-9.-]+\.(?:amazonaws|amazon)\.[a-z.]+$/.test(String(text)) && !TOKEN.test(String(text)),
      ) ||
      principalsOf(one, 'Federated').some(
        (text) =>
          !TOKEN.test(String(text)) &&
          !/^arn:[^:]+:iam::\d{12}:(?:oidc|saml)-provider\/.+$|^(?:cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com)$/.test(
            String(text),
          ),
      ),
  },
  {
    says: 'a trust policy has no Resource, and actions of STS only',
    page: `${IAM}/reference_policies_elements_resource.html`,
    about: is('trust'),
    statement: (one) => hasResource(one) || actsOnlyIn('sts')(one),
  },
  {
    says: 'in a key policy the Resource is "*", which means this key, and the actions are of KMS',
    page: `${DOCS}/kms/latest/developerguide/key-policy-overview.html`,
    about: ofService('kms'),
    statement: (one) => one['Resource'] !== '*' || actsOnlyIn('kms')(one),
  },
  {
    says: 'an ECR repository policy has no Resource, and actions of ECR',
    page: `${DOCS}/AmazonECR/latest/userguide/repository-policies.html`,
    about: ofService('ecr'),
    statement: (one) =>
      hasResource(one) || actsOnlyIn('ecr')(one) || actionsOf(one).includes('ecr:GetAuthorizationToken'),
  },
  {
    says: 'the registry policy alone allows what is done in the whole registry',
    page: `${DOCS}/AmazonECR/latest/userguide/registry-permissions.html`,
    about: ofService('ecr'),
    statement: (one) =>
      actionsOf(one).some((action) =>
        /^ecr:(?:ReplicateImage|CreateRepository|BatchImportUpstreamImage)$/.test(String(action)),
      ),
  },
  {
    says: 'a policy of another resource has a Resource, and actions of the service',
    page: `${DOCS}/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html`,
    about: ({ kind, service }) => kind === 'resource' && service !== 'ecr' && service !== null,
    statement: (one, { service }) =>
      !hasResource(one) ||
      actsOnlyIn(
        service ?? '',
        ...(service === 'apigateway' ? ['execute-api'] : []),
        ...(service === 'vpc-lattice' ? ['vpc-lattice-svcs'] : []),
      )(one),
  },
  {
    says: 'an RCP can only deny, all principals, and no bare "*" action nor NotAction',
    page: `${DOCS}/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html`,
    about: is('rcp'),
    statement: (one) => one['Effect'] !== 'Deny' || one['Principal'] !== '*' || 'NotAction' in one,
    document: ({ Version }) => Version !== '2012-10-17',
  },
  {
    says: 'an SCP has version 2012-10-17',
    page: `${DOCS}/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html`,
    about: is('scp'),
    document: ({ Version }) => Version !== '2012-10-17',
  },
  ...SIZE_RULES,
];

/** The rules that a document breaks, each with what it is broken by. */
export function brokenRules(shown: ShownDocument): readonly string[] {
  const { document, ours, stood, from } = shown;
  return RULES.filter(({ about }) => about(shown)).flatMap((rule) => {
    const breaks = (one: Statement | null) => one !== null && rule.statement?.(one, shown) === true;
    // What AWS took in one statement, it takes in a copy of it.
    const statements = stood.some(breaks) ? [] : ours.map(({ now }) => now).filter(breaks);
    const whole = rule.document?.(document as Record<string, unknown>, shown) === true ? [document] : []; // a policy is an object
    return [...statements, ...whole].map(
      (what) => `${from}: ${rule.says} (${rule.page}): ${JSON.stringify(what).slice(0, 600)}`,
    );
  });
}
