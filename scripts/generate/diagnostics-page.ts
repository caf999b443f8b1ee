import { diagnosticCodes } from '../../src/core/errors.ts';
import type { GeneratedFile } from './producer.ts';

/** The page of diagnostic codes. */
export function diagnosticsPage(): Promise<GeneratedFile[]> {
  const rows = Object.entries(diagnosticCodes).map(
    ([code, { level, means }]) => `| \`${code}\` | ${level} | ${means} |`,
  );
  const text = [
    '# Diagnostics',
    '',
    'What a scan says about its input and itself. An error means that something was not judged and ends the scan with exit',
    'code 3 unless `--tolerant` is given; a warning asks for a look; a note only tells.',
    '',
    '| code | level | means |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return Promise.resolve([{ path: 'docs/diagnostics.md', text }]);
}
