import type { Path } from '../../../core/path.ts';
import { intOrString, percentOf } from '../../int-or-string.ts';
import { portName } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkRange } from './fields.ts';

const LAST_PORT = 65_535;

/** Tests a port number; an unset one counts as 0 if `isRequired`, and passes otherwise. */
export function checkPortNumber(value: unknown, path: Path, report: ViolationReport, isRequired = false): void {
  checkRange(isRequired ? (value ?? 0) : value, 1, LAST_PORT, path, report);
}

/** Tests a port given by number or by name; an unset one counts as 0 if `isRequired`, and passes otherwise. */
export function checkPort(value: unknown, path: Path, report: ViolationReport, isRequired = false): void {
  const port = intOrString(value);
  if (typeof port !== 'string')
    checkPortNumber(port, path, report, isRequired && (value === null || value === undefined));
  else for (const complaint of portName(port)) report.invalid(path, port, complaint);
}

/** Tests a count or percentage; at most 100 % unless `isUnbounded`. */
export function checkCountOrPercent(value: unknown, path: Path, report: ViolationReport, isUnbounded = false): void {
  const read = intOrString(value);
  if (read === undefined) return;
  if (typeof read === 'number') {
    if (read < 0) report.invalid(path, read, 'must be greater than or equal to 0');
    return;
  }
  const percent = percentOf(read);
  if (percent === undefined) {
    const words = "a valid percent string must be a numeric string followed by an ending '%'";
    report.invalid(path, read, `${words} (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')`);
  } else if (percent > 100 && !isUnbounded) report.invalid(path, read, 'must not be greater than 100%');
}
