import { defineTopic } from './topic.ts';

export const tokenClaims = defineTopic({
  id: 'token-claims',
  keys: /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:[a-z_]+$|^saml:[a-z]+$/,
  by: 'the claims of the web identity token',
});
