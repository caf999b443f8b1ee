const LABEL_FORM = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN_FORM = `${LABEL_FORM}(\\.${LABEL_FORM})*`;
const KEY_FORM = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

const LABEL_LENGTH = 63;
const SUBDOMAIN_LENGTH = 253;

/**
 * What is wrong with a name, in the API server's words; nothing if it is well-formed. All tests run in linear time, whatever
 * the text.
 */
export type NameRule = (text: string) => string[];

/** A label of a domain name (RFC 1123): names of containers, volumes, namespaces. */
export function dns1123Label(text: string): string[] {
  const complaints = tooLong(text, LABEL_LENGTH);
  if (isLowerLabel(text)) return complaints;
  if (isLowerSubdomain(text)) return [...complaints, 'must not contain dots'];
  const words =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
  return [...complaints, formComplaint(words, LABEL_FORM, 'my-name', '123-abc')];
}

/** A domain name (RFC 1123): the name of most objects. */
export function dns1123Subdomain(text: string): string[] {
  const complaints = tooLong(text, SUBDOMAIN_LENGTH);
  if (isLowerSubdomain(text)) return complaints;
  const words =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
  return [...complaints, formComplaint(words, SUBDOMAIN_FORM, 'example.com')];
}

/** A domain name whose first label may be `*`: hosts of an Ingress. */
export function wildcardSubdomain(text: string): string[] {
  const complaints = tooLong(text, SUBDOMAIN_LENGTH);
  if (text.startsWith('*.') && isLowerSubdomain(text.slice(2))) return complaints;
  const words =
    "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character";
  return [...complaints, formComplaint(words, `\\*\\.${SUBDOMAIN_FORM}`, '*.example.com')];
}

/** A label that starts with a letter (RFC 1035): names of Services. */
export function dns1035Label(text: string): string[] {
  const complaints = tooLong(text, LABEL_LENGTH);
  if (isLowerLabel(text) && /^[a-z]/.test(text)) return complaints;
  const words =
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
  return [...complaints, formComplaint(words, '[a-z]([-a-z0-9]*[a-z0-9])?', 'my-name', 'abc-123')];
}

/** A name with an optional domain before a slash: keys of labels, annotations and resources, conditions. */
export function qualifiedName(text: string): string[] {
  if (wellFormedKeys.has(text)) return [];
  const complaints = qualifiedNameComplaints(text);
  if (complaints.length === 0 && wellFormedKeys.size < MOST_REMEMBERED) wellFormedKeys.add(text);
  return complaints;
}

/** The same few keys stand on most objects. */
const wellFormedKeys = new Set<string>();
const MOST_REMEMBERED = 1_000;

function qualifiedNameComplaints(text: string): string[] {
  const parts = text.split('/');
  const words =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  const form = (): string => formComplaint(words, KEY_FORM, 'MyName', 'my.name', '123-abc');
  if (parts.length > 2) {
    return [`a valid label key ${form()} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const complaints: string[] = [];
  const name = parts.at(-1) ?? '';
  const prefix = parts.length === 2 ? parts[0] : undefined;
  if (prefix === '') complaints.push('prefix part must be non-empty');
  else if (prefix !== undefined) complaints.push(...dns1123Subdomain(prefix).map((one) => `prefix part ${one}`));
  if (name === '') complaints.push('name part must be non-empty');
  complaints.push(...tooLong(name, LABEL_LENGTH).map((one) => `name part ${one}`));
  if (!isKeyText(name)) complaints.push(`name part ${form()}`);
  return complaints;
}

/** The value of a label, which may be empty. */
export function labelValue(text: string): string[] {
  const complaints = tooLong(text, LABEL_LENGTH);
  if (hasLabelForm(text)) return complaints;
  const words =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  return [...complaints, formComplaint(words, `(${KEY_FORM})?`, 'MyValue', 'my_value', '12345')];
}

/** True for the characters of a label's value, however many. */
export function hasLabelForm(text: string): boolean {
  return text === '' || isKeyText(text);
}

/** The name of a port: at most 15 characters, a letter among them (RFC 6335). */
export function portName(text: string): string[] {
  const complaints = text.length > 15 ? ['must be no more than 15 characters'] : [];
  if (!/^[-a-z0-9]+$/.test(text)) {
    complaints.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(text)) complaints.push('must contain at least one letter (a-z)');
  if (text.includes('--')) complaints.push('must not contain consecutive hyphens');
  if (text.startsWith('-') || text.endsWith('-')) complaints.push('must not begin or end with a hyphen');
  return complaints;
}

/** A name that can stand in the path of a URL: names of roles and role bindings. */
export function pathSegment(text: string): string[] {
  if (text === '.' || text === '..') return [`may not be '${text}'`];
  return ['/', '%'].filter((sign) => text.includes(sign)).map((sign) => `may not contain '${sign}'`);
}

/** A key of a ConfigMap or Secret. */
export function configMapKey(text: string): string[] {
  const complaints = text.length > SUBDOMAIN_LENGTH ? ['must be no more than 253 characters'] : [];
  if (!/^[-._a-zA-Z0-9]+$/.test(text)) {
    const words = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";
    complaints.push(formComplaint(words, '[-._a-zA-Z0-9]+', 'key.name', 'KEY_NAME', 'key-name'));
  }
  if (text === '.') complaints.push("must not be '.'");
  else if (text === '..') complaints.push("must not be '..'");
  else if (text.startsWith('..')) complaints.push("must not start with '..'");
  return complaints;
}

/** The name of an environment variable: anything printable of ASCII but `=`. */
export function environmentName(text: string): string[] {
  if (text === '') return ['environment variable name must be non-empty'];
  if (/^[\x20-\x3c\x3e-\x7e]*$/.test(text)) return [];
  return ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}

/** The name of an HTTP header. */
export function headerName(text: string): string[] {
  if (/^[-A-Za-z0-9]+$/.test(text)) return [];
  const words = "a valid HTTP header must consist of alphanumeric characters or '-'";
  return [formComplaint(words, '[-A-Za-z0-9]+', 'X-Header-Name')];
}

function isLowerLabel(text: string): boolean {
  return /^[-a-z0-9]+$/.test(text) && !text.startsWith('-') && !text.endsWith('-');
}

function isLowerSubdomain(text: string): boolean {
  return text.split('.').every(isLowerLabel);
}

function isKeyText(text: string): boolean {
  return /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(text);
}

function tooLong(text: string, most: number): string[] {
  return text.length > most ? [`must be no more than ${most} bytes`] : [];
}

function formComplaint(words: string, form: string, ...examples: readonly string[]): string {
  const shown = examples.map((example) => `'${example}'`).join(',  or ');
  return `${words} (e.g. ${shown}, regex used for validation is '${form}')`;
}
