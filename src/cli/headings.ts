import { createColors } from 'picocolors';

/** A page of Markdown with headings that stand out; the rest reads well as it is. */
export function coloredHeadings(page: string): string {
  const colors = createColors(true);
  return page.replace(/^#+ .*$/gm, (heading) => colors.bold(colors.cyan(heading)));
}
