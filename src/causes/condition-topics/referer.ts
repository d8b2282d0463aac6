import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer */
export const referer = defineTopic({
  id: 'referer',
  keys: /^aws:(referer|useragent)$/,
  by: 'what the client says of itself',
  doc: {
    what: 'judges requests by the header Referer or User-Agent, and this one has another or none.',
    why: 'The page moved to another address, the browser sends no Referer, or a program makes the call. Anybody can set these headers: they protect nothing.',
    fix: 'The owner of the resource adds the address, or better uses signed URLs or CloudFront in its place.',
  },
});
