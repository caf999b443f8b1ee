import type { CheckSummary } from '../../core/report.ts';
import type { Severity } from '../../core/severity.ts';
import type { JsonValue } from '../json-text.ts';

/** How SARIF calls a severity. */
export const resultLevels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** Scores in the middle of the bands by which GitHub code scanning names severities; it reads them as strings. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
};

/** The reportingDescriptor object (SARIF 2.1.0, 3.49) of a check, with the controls that it answers. */
export function ruleOf(check: CheckSummary, relationships: readonly JsonValue[] = []): JsonValue {
  const { id, severity, title, why, controls } = check;
  return {
    id,
    name: id.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: helpOf(check),
    defaultConfiguration: { level: resultLevels[severity] },
    ...(relationships.length > 0 && { relationships }),
    properties: {
      tags: ['security', 'kubernetes'],
      precision: 'high',
      'security-severity': SECURITY_SEVERITIES[severity],
      ...(controls.length > 0 && { controls }),
    },
  };
}

function helpOf({ why, advice, fix, controls }: CheckSummary): { text: string; markdown: string } {
  const sections = [
    ['Why', why],
    ['What to do', advice],
  ];
  if (fix !== undefined)
    sections.push([fix.effect === 'safe' ? 'The fix is safe' : 'The fix changes behaviour', fix.because]);
  if (controls.length > 0) sections.push(['Controls', controls.join(', ')]);
  return {
    text: sections.map(([heading, body]) => `${heading}: ${body}`).join('\n'),
    markdown: sections.map(([heading, body]) => `**${heading}:** ${body}`).join('\n\n'),
  };
}
