/** True for what a role's trust policy decides. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
export function actsOnTrust(action: string | null): boolean {
  return /^sts:(assumerole|assumerolewithsaml|assumerolewithwebidentity|tagsession|setsourceidentity|setcontext)$/i.test(
    action ?? '',
  );
}

/** True for the action by which a role is given to a service. */
export function isPassRole(action: string | null): boolean {
  return action?.toLowerCase() === 'iam:passrole';
}

/** True for requests by which an identity provider's token becomes a role session. */
export function isFederated(action: string | null): boolean {
  return /^sts:assumerolewith(saml|webidentity)$/i.test(action ?? '');
}
