import { type PhraseShape, phraseShape } from '../phrases.ts';

const CREATE = { action: 'iam:CreateServiceLinkedRole' } as const;

/**
 * Services whose service-linked role does not exist yet, and that may not create it for the caller. The role trusts its service by
 * itself: no trust policy is wrong. https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
export const linkedRole: PhraseShape = phraseShape('service-linked-role', [
  {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html
    begins: 'unabletoassumetheservicelinkedrole',
    needles: ['assume the service linked'],
    claim: 'denied',
    says: () => CREATE,
  },
  {
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html
    begins: 'verifythatyouhavepermissiontocreateservicelinkedrole',
    needles: ['service linked role'],
    claim: 'denied',
    says: () => CREATE,
  },
  {
    // EC2, with the code AuthFailure.ServiceLinkedRoleCreationNotPermitted.
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html
    begins: 'donothavepermissiontocreatetheservice-linkedrole',
    needles: ['create the service-linked role'],
    claim: 'denied',
    says: () => CREATE,
  },
]);
