/**
 * How tokens of well-known services look: each begins with letters of its own, and has a length of its own. The services are those that
 * scanners of repositories look for (https://github.com/gitleaks/gitleaks), as far as a look is enough to know the token: a word before it
 * is not needed.
 */
const TOKENS: readonly (readonly [service: string, token: string])[] = [
  ['1Password', String.raw`ops_eyJ[\w+/=-]{40,2048}`],
  ['Adobe', '[ps]8e-[a-z0-9]{32}'],
  ['age', 'AGE-SECRET-KEY-1[A-Z0-9]{58}'],
  ['Amazon Bedrock', String.raw`(?:ABSK|bedrock-api-key-)[\w+/=]{60,2048}`],
  ['Anthropic', String.raw`sk-ant-(?:api|admin|oat)\d{2}-[\w-]{40,256}`],
  ['Artifactory', '(?:AKCp[A-Za-z0-9]{60,72}|cmVmd[A-Za-z0-9]{55,64})'],
  ['Atlassian', String.raw`AT(?:ATT|CTT|BB)[\w=-]{20,256}`],
  ['Clojars', 'CLOJARS_[a-z0-9]{60}'],
  ['Databricks', 'dapi[a-f0-9]{32}(?:-\\d)?'],
  ['DigitalOcean', 'do[opr]_v1_[a-f0-9]{64}'],
  ['Docker', String.raw`dckr_[op]at_[\w-]{20,64}`],
  ['Doppler', String.raw`dp\.(?:pt|st|ct|scim|audit)\.[\w.-]{40,128}`],
  ['Dynatrace', String.raw`dt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}`],
  ['EasyPost', 'EZ[AT]K[A-Za-z0-9]{54}'],
  ['Fly.io', String.raw`f[om]\d_[\w+/=-]{40,2048}`],
  ['GitHub', String.raw`(?:gh[opusr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})`],
  ['GitLab', String.raw`(?:gl(?:pat|dt|rt|ptt|cbt|ft|imt|agent|oas|soat|ffct)-|GR1348941)[\w.-]{16,255}`],
  ['Google', String.raw`(?:AIza[\w-]{35}|GOCSPX-[\w-]{28}|ya29\.[\w-]{20,2048})`],
  ['Grafana', String.raw`gl(?:c|sa)_[\w+/=]{32,512}`],
  ['Heroku', String.raw`HRKU-AA[\w-]{50,128}`],
  ['HashiCorp', String.raw`(?:hv[sbr]\.[\w-]{20,512}|[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70})`],
  ['Hugging Face', '(?:hf|api_org)_[A-Za-z]{34}'],
  ['Infracost', 'ico-[A-Za-z0-9]{32}'],
  ['Linear', 'lin_api_[A-Za-z0-9]{40}'],
  ['Mailgun', '(?:pub)?key-[a-f0-9]{32}'],
  ['New Relic', String.raw`NR(?:AK|II|JS|RA)-[\w-]{19,64}`],
  ['Notion', 'ntn_[A-Za-z0-9]{40,50}'],
  ['npm', 'npm_[A-Za-z0-9]{30,255}'],
  ['OpenAI', String.raw`sk-(?:proj|svcacct|admin)-[\w-]{40,256}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}`],
  ['OpenShift', String.raw`sha256~[\w-]{43}`],
  ['Perplexity', 'pplx-[A-Za-z0-9]{48}'],
  ['PlanetScale', String.raw`pscale_(?:tkn|pw|oauth)_[\w=.-]{32,64}`],
  ['Postman', 'PMAK-[A-Fa-f0-9]{24}-[A-Fa-f0-9]{34}'],
  ['Prefect', 'pn[ub]_[a-z0-9]{36}'],
  ['Pulumi', 'pul-[a-f0-9]{40}'],
  ['PyPI', String.raw`pypi-AgE[\w-]{50,2048}`],
  ['ReadMe', 'rdme_[a-z0-9]{70}'],
  ['RubyGems', 'rubygems_[a-f0-9]{48}'],
  ['SendGrid', String.raw`SG\.[\w-]{16,64}\.[\w-]{16,64}`],
  ['Sendinblue', 'xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}'],
  ['Sentry', String.raw`sntry[su]_[\w+/=-]{40,512}`],
  ['Shippo', 'shippo_(?:live|test)_[a-fA-F0-9]{40}'],
  ['Shopify', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'],
  ['Slack', String.raw`(?:xox[abeprs]-[\w.-]{10,255}|xapp-\d-[\w-]{20,255})`],
  ['Sourcegraph', 'sgp_[\\w]{40,100}'],
  ['Square', String.raw`sq0(?:atp|csp)-[\w-]{22,60}`],
  ['Stripe', '(?:[sr]k|whsec)_(?:(?:test|live|prod)_)?[A-Za-z0-9]{24,255}'],
  ['Tailscale', 'tskey-[a-z]{3,10}-[A-Za-z0-9-]{20,80}'],
  ['Telegram', String.raw`\d{8,10}:AA[\w-]{33}`],
  ['Twilio', 'SK[a-f0-9]{32}'],
  ['Typeform', String.raw`tfp_[\w=.-]{59}`],
];

/** One of them, whole: no letter before it, so that a longer name is not cut. */
export const KNOWN_TOKEN: RegExp = new RegExp(`(?<![A-Za-z0-9])(?:${TOKENS.map(([, token]) => token).join('|')})`, 'g');

/** No known token is shorter. */
export const SHORTEST_TOKEN = 15;

/** The services, for the test that has an example of each. */
export const KNOWN_SERVICES: readonly string[] = TOKENS.map(([service]) => service);
