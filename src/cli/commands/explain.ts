import { checks } from '../../checks/registry.generated.ts';
import { nearest } from '../../core/nearest.ts';
import { peerIdsNamed } from '../../migration/peer-id.ts';
import { type Command, type OptionValues, type Surroundings, UsageError } from '../command.ts';
import { checkPage } from '../documentation.ts';
import { coloredHeadings } from '../headings.ts';
import { usesColor } from '../output-target.ts';
import { peerAnswer } from '../peer-answer.ts';

const command: Command = {
  name: 'explain',
  summary: 'tell all about one check: why it matters, what to do, examples',
  arguments: [
    {
      name: '<check>',
      description: 'the id of a check, as the report shows it, or that of another tool',
    },
  ],
  options: [],
  examples: [
    { line: 'seawall explain privileged-container', does: 'the page of one check' },
    { line: 'seawall explain KSV-0017', does: 'what answers here to an id of another tool' },
    { line: 'seawall explain kube-linter:run-as-non-root', does: 'the same, of the tool that is named' },
  ],
  run: explain,
};
export default command;

function explain(given: readonly string[], options: OptionValues, surroundings: Surroundings): Promise<number> {
  const id = (given[0] ?? '').toLowerCase();
  const ids = checks.map((check) => check.id);
  if (!ids.includes(id)) {
    const ofPeers = peerIdsNamed(id);
    if (ofPeers.length > 0) {
      return show(peerAnswer(ofPeers), options, surroundings);
    }
    const close = nearest(id, ids);
    throw new UsageError(
      `there is no check "${id}"`,
      close === undefined ? 'see them all: seawall checks' : `did you mean: seawall explain ${close}`,
    );
  }
  const page = checkPage(id);
  if (page === undefined)
    throw new UsageError(`the page of ${id} is missing from this installation`, 'install it again');
  return show(page, options, surroundings);
}

function show(text: string, options: OptionValues, surroundings: Surroundings): Promise<number> {
  surroundings.stdout.write(usesColor(options, surroundings) ? coloredHeadings(text) : text);
  return Promise.resolve(0);
}
