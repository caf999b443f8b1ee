import { diagnosticLevel } from '../core/errors.ts';
import type { Output } from '../core/output.ts';
import type { Report } from '../core/report.ts';
import type { JsonValue } from './json-text.ts';
import { createJsonWriter } from './json-writer.ts';
import { sourceRoot } from './sarif/artifact-uri.ts';
import { codeIndexes, notificationOf, notificationRule } from './sarif/notifications.ts';
import { resultsOf } from './sarif/results.ts';
import { ruleOf } from './sarif/rules.ts';
import { relationshipsOf, supportedTaxonomies, taxonomyOf } from './sarif/taxonomies.ts';

/** SARIF 2.1.0, the OASIS standard for results of static analysis, as code scanning services and editors read it. */
const sarif: Output = { name: 'sarif', title: 'SARIF 2.1.0, for code scanning and editors', write };
export default sarif;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function write(report: Report, sink: { write(text: string): void }): void {
  const checks = [...report.checks.values()].toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const rules = new Map(checks.map((check, index) => [check.id, index]));
  const codes = codeIndexes(report.diagnostics);
  const writer = createJsonWriter((text) => sink.write(text));
  writer.open('{');
  writer.member('$schema', SCHEMA);
  writer.member('version', '2.1.0');
  writer.open('[', 'runs');
  writer.open('{');
  writer.open('{', 'tool');
  writer.open('{', 'driver');
  writer.member('name', report.tool.name);
  writer.member('version', report.tool.version);
  writer.member('semanticVersion', report.tool.version);
  writer.list(
    'rules',
    mapped(checks, (check) => ruleOf(check, relationshipsOf(check.id, report.frameworks))),
  );
  writer.list('notifications', mapped(codes.keys(), notificationRule));
  if (report.frameworks.length > 0) writer.member('supportedTaxonomies', supportedTaxonomies(report.frameworks));
  writer.close();
  writer.close();
  if (report.frameworks.length > 0) writer.list('taxonomies', mapped(report.frameworks, taxonomyOf));
  writer.member('columnKind', 'utf16CodeUnits');
  writer.member('originalUriBaseIds', {
    [sourceRoot]: { description: { text: 'The folder that the scan was run in.' } },
  });
  writer.open('[', 'invocations');
  writer.open('{');
  writer.member(
    'executionSuccessful',
    report.diagnostics.every(({ code }) => diagnosticLevel(code) !== 'error'),
  );
  writer.list(
    'toolExecutionNotifications',
    mapped(report.diagnostics, (diagnostic) => notificationOf(diagnostic, codes, report.sources)),
  );
  writer.close();
  writer.close();
  writer.list('results', resultsOf(report, rules));
  writer.member('properties', propertiesOf(report));
  writer.close();
  writer.close();
  writer.close();
}

function propertiesOf({ today, targetVersion, score, counts, severities, leftOut }: Report): JsonValue {
  const { judged, failed, accepted, unknown, passed, notApplicable } = counts;
  const { critical, high, medium, low } = severities;
  return {
    date: today,
    targetVersion,
    ...(score !== undefined && { score }),
    counts: { judged, failed, accepted, unknown, passed, notApplicable },
    severities: { critical, high, medium, low },
    ...(leftOut !== undefined && { leftOut: { least: leftOut.least, findings: leftOut.findings } }),
  };
}

function* mapped<Item>(items: Iterable<Item>, entryOf: (item: Item) => JsonValue): Iterable<JsonValue> {
  for (const item of items) yield entryOf(item);
}
