import { around, behind, type CredentialFormat, startingWith } from './format.ts';

const base64 = '[A-Za-z0-9+/]';

/** Formats of clouds and of what runs on them, from the providers' own documentation. */
export const cloudFormats: readonly CredentialFormat[] = [
  startingWith('AWS access key id', 'AKIA', '[A-Z0-9]{16}(?![A-Za-z0-9])'),
  startingWith('AWS access key id', 'ASIA', '[A-Z0-9]{16}(?![A-Za-z0-9])'),
  startingWith('AWS Bedrock key', 'ABSK', `${base64}{100,300}={0,2}`),
  startingWith('Google API key', 'AIza', '[\\w-]{35}(?![\\w-])'),
  startingWith('Google OAuth client secret', 'GOCSPX-', '[\\w-]{28}'),
  startingWith('Google OAuth token', 'ya29.', '[\\w-]{20,500}'),
  behind('Azure account key', 'AccountKey=', `${base64}{8,100}={0,2}`),
  behind('Azure access key', 'SharedAccessKey=', `${base64}{20,100}={0,2}`),
  behind('Azure SAS signature', 'sig=', '(?:[A-Za-z0-9+/]|%[0-9A-Fa-f]{2}){40,120}={0,2}'),
  around('Azure client secret', 3, '8Q~', '[\\w~.-]{3}8Q~[\\w~.-]{31,34}(?![\\w~.-])'),
  around('Azure client secret', 3, '7Q~', '[\\w~.-]{3}7Q~[\\w~.-]{31}(?![\\w~.-])'),
  startingWith('DigitalOcean token', 'dop_v1_', '[0-9a-f]{64}'),
  startingWith('DigitalOcean token', 'doo_v1_', '[0-9a-f]{64}'),
  startingWith('DigitalOcean token', 'dor_v1_', '[0-9a-f]{64}'),
  startingWith('Heroku API key', 'HRKU-', '[\\w-]{36,64}'),
  startingWith('Fly.io token', 'fm2_', `${base64}{40,1000}={0,2}`),
  startingWith('Alibaba access key id', 'LTAI', '[A-Za-z0-9]{16,24}(?![A-Za-z0-9])'),
  startingWith('Scaleway access key', 'SCW', '[A-Z0-9]{17}(?![A-Za-z0-9])'),
  startingWith('Databricks token', 'dapi', '[0-9a-f]{32}(?:-\\d)?(?![A-Za-z0-9])'),
  startingWith('Vault token', 'hvs.', '[\\w-]{20,300}'),
  startingWith('Vault token', 'hvb.', '[\\w-]{20,300}'),
  startingWith('Vault token', 'hvr.', '[\\w-]{20,300}'),
  around('Terraform token', 14, '.atlasv1.', '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,70}'),
  startingWith('Pulumi token', 'pul-', '[0-9a-f]{40}'),
  startingWith('Tailscale key', 'tskey-', '[a-z]{3,12}-[A-Za-z0-9-]{16,64}'),
  startingWith('Doppler token', 'dp.pt.', '[A-Za-z0-9]{40,44}'),
  startingWith('Doppler token', 'dp.st.', '[\\w.-]{40,80}'),
  startingWith('PlanetScale password', 'pscale_pw_', '[\\w.-]{32,64}'),
  startingWith('PlanetScale token', 'pscale_tkn_', '[\\w.-]{32,64}'),
  startingWith('Supabase token', 'sbp_', '[0-9a-f]{40}'),
];
