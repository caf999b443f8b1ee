import { describe, expect, it } from 'vitest';
import { findFormats } from './find-formats.ts';

function found(text: string): string[] {
  return [...findFormats(text, Array(text.length).keys())].map(({ kind, start, end }) => `${kind} ${start}-${end}`);
}

/** Pieces and a body: no scanner takes this file for one with credentials. */
function sample(pieces: readonly string[], length: number, body = 'a1B2c3D4e5F6g7H8'): string {
  return pieces.join('') + body.repeat(Math.ceil(length / body.length)).slice(0, length);
}

const capitals = 'A2BCDEFGH3JKLMNP';
const hexadecimal = '0a1b2c3d4e5f6789';

describe('findFormats', () => {
  it.each([
    ['AWS access key id', sample(['AK', 'IA'], 16, capitals)],
    ['AWS access key id', sample(['AS', 'IA'], 16, capitals)],
    ['Google API key', sample(['AI', 'za'], 35)],
    ['Google OAuth client secret', sample(['GOC', 'SPX-'], 28)],
    ['GitHub token', sample(['gh', 'p_'], 36)],
    ['GitHub token', sample(['github', '_pat_'], 60)],
    ['GitLab token', sample(['gl', 'pat-'], 20)],
    ['Slack token', sample(['xo', 'xb-'], 24)],
    ['Stripe key', sample(['sk_', 'live_'], 24)],
    ['Twilio key', sample(['S', 'K'], 32, hexadecimal)],
    ['Mailgun key', sample(['ke', 'y-'], 32, hexadecimal)],
    ['npm token', sample(['np', 'm_'], 36)],
    ['PyPI token', sample(['py', 'pi-'], 60)],
    ['Docker Hub token', sample(['dckr', '_pat_'], 27)],
    ['DigitalOcean token', sample(['dop', '_v1_'], 64, hexadecimal)],
    ['Databricks token', sample(['da', 'pi'], 32, hexadecimal)],
    ['Vault token', sample(['hv', 's.'], 24)],
    ['New Relic key', sample(['NR', 'AK-'], 27, capitals)],
    ['Sentry token', sample(['snt', 'rys_'], 60)],
    ['Shopify token', sample(['shp', 'at_'], 32, hexadecimal)],
    ['Square token', sample(['sq0', 'atp-'], 22)],
    ['Anthropic key', sample(['sk-', 'ant-'], 60)],
    ['OpenAI key', sample(['sk', '-'], 48)],
    ['Hugging Face token', sample(['h', 'f_'], 34)],
    ['Atlassian token', sample(['ATA', 'TT3'], 60)],
    ['age private key', sample(['AGE-SECRET', '-KEY-1'], 58, capitals)],
    ['password hash', sample(['$2', 'b$10$'], 53)],
    ['password hash', sample(['$6', '$salt$'], 86)],
  ])('finds a %s', (kind, credential) => {
    expect(found(credential)).toEqual([`${kind} 0-${credential.length}`]);
    expect(found(`a "${credential}" b`)).toEqual([`${kind} 3-${credential.length + 3}`]);
    expect(found(`x${credential.slice(0, -20)}`)).toEqual([]);
  });

  it.each([
    ['password hash', `${sample(['$ar', 'gon2id$v=19$m=65536,t=3,p=4$'], 16)}$${sample([], 43)}`],
    ['Telegram bot token', `1234567890${sample([':A', 'A'], 33)}`],
    ['Terraform token', `${sample([], 14)}${sample(['.atlas', 'v1.'], 67)}`],
    ['Azure client secret', `abc${sample(['8', 'Q~'], 34)}`],
    ['New Relic key', `${sample([], 36, hexadecimal)}${['NR', 'AL'].join('')}`],
    ['JSON Web Token', [sample(['ey', 'J'], 20), sample([], 40), sample([], 43)].join('.')],
    ['SendGrid key', [['S', 'G'].join(''), sample([], 22), sample([], 43)].join('.')],
  ])('finds a %s, of several parts', (kind, credential) => {
    expect(found(` ${credential} `)).toEqual([`${kind} 1-${credential.length + 1}`]);
  });

  it('leaves out what is no part of a credential', () => {
    expect(found(sample(['Account', 'Key='], 86))).toEqual(['Azure account key 11-97']);
    expect(found(`https://${['hooks.slack', 'com/'].join('.')}services/${'a1B2c3D4e5'.repeat(3)}`)).toEqual([
      'Slack webhook 24-63',
    ]);
  });

  it('takes no part of a longer word', () => {
    const longer = sample(['AK', 'IA'], 30, capitals);
    expect(found(longer)).toEqual([]);
    expect(found(`X${sample(['AK', 'IA'], 16, capitals)}`)).toEqual([]);
  });
});
