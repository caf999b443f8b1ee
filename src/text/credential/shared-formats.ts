import { around, behind, type CredentialFormat, startingWith } from './format.ts';

const crypt = '[A-Za-z0-9./]';

/** Formats of no one provider: keys, tokens and hashes by the standards and programs that define them. */
export const sharedFormats: readonly CredentialFormat[] = [
  // JWT, JWS and JWE: RFC 7519. The first part decodes to an opening brace and a quote.
  startingWith('JSON Web Token', 'eyJ', '[\\w-]{5,4096}\\.[\\w-]{4,16384}\\.[\\w-]{0,4096}(?:\\.[\\w-]{1,16384}){0,2}'),
  startingWith('age private key', 'AGE-SECRET-KEY-1', '[A-Z0-9]{40,80}'),
  around('Telegram bot token', 10, ':AA', '\\d{8,10}:AA[\\w-]{32,36}(?![\\w-])'),
  ...['$2a$', '$2b$', '$2y$'].map((literal) => startingWith('password hash', literal, `\\d{2}\\$${crypt}{53}`)),
  ...['$1$', '$apr1$'].map((literal) => startingWith('password hash', literal, `${crypt}{1,8}\\$${crypt}{22}`)),
  startingWith('password hash', '$5$', `(?:rounds=\\d{1,9}\\$)?${crypt}{1,16}\\$${crypt}{43}`),
  startingWith('password hash', '$6$', `(?:rounds=\\d{1,9}\\$)?${crypt}{1,16}\\$${crypt}{86}`),
  startingWith('password hash', '$y$', `${crypt}{1,8}\\$${crypt}{1,86}\\$${crypt}{43}`),
  startingWith(
    'password hash',
    '$argon2',
    '(?:i|d|id)\\$v=\\d{1,3}\\$[a-z0-9=,]{1,64}\\$[A-Za-z0-9+/]{8,128}\\$[A-Za-z0-9+/]{16,172}',
  ),
  startingWith('password hash', '{SHA}', '[A-Za-z0-9+/]{27}='),
  startingWith('password hash', '{SSHA}', '[A-Za-z0-9+/]{30,60}={0,2}'),
  startingWith('password hash', 'pbkdf2_sha256$', '\\d{1,9}\\$[A-Za-z0-9]{1,64}\\$[A-Za-z0-9+/]{20,88}={0,2}'),
  startingWith('password hash', '$P$', `${crypt}{31}(?!${crypt})`),
  behind('password', 'jdbc:oracle:thin:', '[^\\s/@"\']{1,64}/[^\\s@"\']{1,128}(?=@)'),
];
