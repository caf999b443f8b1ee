/** Longer values are not looked at whole. */
const LONGEST_LOOK = 2048;

/** What stands for a value that is given elsewhere: variables, template markers, references to secret stores. */
const REFERENCE = anyOf([
  /^\$\([\w.-]{1,128}\)$/,
  /^\$\{[^}]{0,512}\}$/,
  /^\$[A-Za-z_][\w:.]{0,128}$/,
  /^\$__\w{1,32}\{/,
  /^%[A-Za-z_]\w{0,128}%$/,
  /^%\([^)]{1,128}\)s$/,
  /^%[sdvq]$/,
  /^#\{[^}]{0,512}\}/,
  /^\{\{|\}\}$/,
  /^<%|%>$/,
  /^\[%|%\]$/,
  /^@@?[A-Za-z_][\w.-]{0,128}@@?$/,
  /^__[A-Za-z0-9_.-]{1,128}__$/,
  /^ENC\[/,
  /^ref\+[a-z0-9]{1,32}:\/\//,
  /^(?:op|vault|secretsmanager|awssm|gcpsm|azurekv):\/\//,
  /^vault:[\w./-]{1,256}#/,
  /^arn:aws[a-z-]{0,10}:/,
  /^@Microsoft\.KeyVault\(/,
  /^projects\/[^/]{1,128}\/secrets\//,
  /^!(?:vault|Ref|Sub|GetAtt|secret)\b/,
  /^\{[a-z]{2,16}:[^}]{1,512}\}$/,
]);

/** What a person put where a value must be filled in, and what no value is written as. */
const PLACEHOLDER = anyOf([
  /^<[^<>]{0,256}>$/,
  /^\[[^[\]]{0,256}\]$/,
  /^(?:xxx|XXX)$/,
  /^[*•.#?_=!-]+$/,
  /^(?:string|str|text|integer|int|number|boolean|bool|object|array|bytes|any|password|secret)(?:\[\])?[?;]$/,
]);

/** The same, in any case. */
const PLACEHOLDER_WORD = anyOf([
  /^(?:please[-_ ])?(?:replace|insert|enter|fill|put|add|set|type)[-_ ]?(?:me|this|it|in|your|with|here|value)\b/i,
  /^(?:replace|insert|fill)[-_](?:me|with|in)/i,
  /^(?:your|my)[-_ ]?[\w -]{0,64}[-_ ]here$/i,
  /^placeholder[-_ ]|[-_ ]placeholder$/i,
  /^your[-_ ]/i,
  /^(?:todo|tbd|fixme|placeholder|redacted|masked|hidden|removed|sanitized|omitted|unset|unused|none|null|nil|undefined|n\/?a|empty|not[-_ ]?set)$/i,
  /^(?:\(|\{)(?:redacted|masked|hidden|sensitive|none|empty)/i,
  /^(?:string|str|integer|boolean|bool|object|array|bytes)$/i,
]);

const BOOLEAN = /^(?:true|false|yes|no|on|off|y|n|enabled?|disabled?|always|never|required|optional)$/i;
/** A number with a unit is a size or a duration. */
const NUMBER = /^[+-]?\d[\d_,.]*(?:e[+-]?\d{1,3})?(?:ms|[smhdwy]|[kmgt]i?b?|%)?$/i;
/** From this many digits on a number may be a password. */
const LONG_NUMBER = /^\d{8,}$/;
const ABSOLUTE_PATH = /^(?:\/|~\/|\.{1,2}\/|[A-Za-z]:[\\/]|\\\\|file:)/;
const RELATIVE_PATH = /^[a-z][a-z_-]*(?:\/[a-z0-9][a-z0-9_-]*)*\/[a-z0-9_-]*(?:\.[a-z0-9]{1,8})?$/;
/** Of words alone, in any case: `projects/SHOP/instances/MAIN`. */
const PATH_OF_WORDS = /^[A-Za-z_-]+(?:\/[A-Za-z_-]+){2,}$/;
/** Settings by their names, perhaps behind a word: `jwt,sign-method=RS256,ttl=10m`. What they hold is looked at by their names. */
const SETTINGS = /^(?:[\w.-]{1,64},)?[\w.-]{1,64}=[^,=\s]{0,256}(?:,[\w.-]{1,64}=[^,=\s]{0,256})+$/;
const FILE_NAME = /^[\w-]{1,64}\.(?:pem|key|crt|cer|txt|json|ya?ml|toml|ini|conf|p12|pfx|jks|env|pub)$/i;
const URL = /^[a-z][a-z0-9+.-]{0,32}:\/\/\S{1,2048}$/i;
const SSH_PUBLIC_KEY = /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S{1,32}|sk-ssh-\S{1,32}) AAAA/;
const PUBLIC_PEM = /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE REQUEST|X509 CRL)-----/;
const DIGEST = /^(?:sha\d{1,3}|md5):[0-9a-f]{16,128}$/i;
const CALL = /^(?:await |new )?[A-Za-z_][\w.:]{0,128}\((?:.{0,512}[)\]])?[;,]?$/;
const MEMBER =
  /^(?:process|os|env|config|cfg|settings|self|this|req|request|args|options|props|params|var|local|data|module|secrets|ctx|context|app|form|user|row|Values)\.[\w.[\]"'$-]{1,256}[;,]?$/;
/** The databases of nsswitch.conf, whose first key is `passwd`. */
const NAME_SERVICES =
  /^(?:files|compat|db|sss|nis|ldap|winbind)(?: (?:files|systemd|compat|db|sss|nis|ldap|winbind)){0,6}$/;
const PROSE_WORD = /\s(?:the|a|an|of|is|are|must|be|for|to|in|your|and|or|from|with|that|this|has|when|if)\s/i;

/**
 * True if a value is written out: no reference, template marker, placeholder, boolean, number, path or URL, and nothing
 * public. A default password such as `changeme` is written out.
 */
export function isLiteral(value: string): boolean {
  const text = value.slice(0, LONGEST_LOOK).trim();
  if (text === '') return false;
  if (LONG_NUMBER.test(text)) return true;
  if (BOOLEAN.test(text) || NUMBER.test(text)) return false;
  if (ABSOLUTE_PATH.test(text) && !text.includes('\n')) return looksLikeKey(text);
  if (RELATIVE_PATH.test(text) || PATH_OF_WORDS.test(text) || SETTINGS.test(text)) return false;
  if (FILE_NAME.test(text) || URL.test(text) || DIGEST.test(text)) return false;
  if (SSH_PUBLIC_KEY.test(text) || PUBLIC_PEM.test(text)) return false;
  return !isReference(text) && !isPlaceholder(text);
}

/** One pattern for several of the same flags: the engine makes ready one, where it would make ready each. */
function anyOf(patterns: readonly [RegExp, ...RegExp[]]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0].flags);
}

/** True if a value stands elsewhere: a variable, a template marker, encrypted data, an entry of a secret store. */
export function isReference(value: string): boolean {
  const text = value.slice(0, LONGEST_LOOK).trim();
  return REFERENCE.test(text) || isOnlyReferences(text);
}

/** True for what stands where a value must be filled in: `<password>`, `REPLACE_ME`, `***`. */
export function isPlaceholder(value: string): boolean {
  const text = value.slice(0, LONGEST_LOOK).trim();
  return PLACEHOLDER.test(text) || PLACEHOLDER_WORD.test(text);
}

/** True for what no one writes as a password in a file of settings or of code: a call, a field, prose. */
export function looksLikeCode(value: string): boolean {
  const text = value.slice(0, LONGEST_LOOK).trim();
  return CALL.test(text) || MEMBER.test(text) || PROSE_WORD.test(text) || NAME_SERVICES.test(text);
}

/** Base64 may start with a slash; a path has more of them, or a dot. */
function looksLikeKey(text: string): boolean {
  return /^\/[A-Za-z0-9+/]{22,}={1,2}$/.test(text);
}

/** True for references with nothing but punctuation between them: `$(USER):$(PASSWORD)`, `{{ a }}-{{ b }}`. */
function isOnlyReferences(text: string): boolean {
  if (!text.includes('$') && !text.includes('{{')) return false;
  const rest = text.replace(/\$\([^()]{0,256}\)|\$\{[^{}]{0,256}\}|\{\{[^{}]{0,256}\}\}|\$[A-Za-z_]\w{0,64}/g, '');
  return !/[A-Za-z0-9]/.test(rest);
}

const NAME_OF_SECRET = /^[a-z0-9]+(?:[-.][a-z0-9]+)*[-.](?:secrets?|credentials?|creds|tls|certs?)$/;
const FIELD_OF_SECRET = /^(?:existing|pull|image|imagePull|tls|external|registry)?[_-]?(?:secrets?|credentials?)$/i;

/** Fields that take nothing but names of Secrets. */
const FIELD_OF_NAMES = /(?:existing|pull)[_-]?secrets?$/i;
const NAMES = /^[a-z0-9][a-z0-9.,-]*$/;
const LONGEST_NAMES = 1024;

/** True for the name of a Secret in a field that takes one: `existingSecret: shop-db-secret`, `imagePullSecrets: registry`. */
export function namesSecret(name: string, value: string): boolean {
  if (value.length > LONGEST_NAMES) return false;
  if (FIELD_OF_NAMES.test(name)) return NAMES.test(value);
  return FIELD_OF_SECRET.test(name.replace(/^--?/, '')) && NAME_OF_SECRET.test(value);
}
