/** The levels of the Pod Security Standards, the most permissive first. */
export const podSecurityLevels = ['privileged', 'baseline', 'restricted'] as const;

/** A level of the Pod Security Standards. */
export type PodSecurityLevel = (typeof podSecurityLevels)[number];

/** The level of that name; undefined for anything else. Letter case counts. */
export function parseLevel(text: string): PodSecurityLevel | undefined {
  return podSecurityLevels.find((level) => level === text);
}

/** Negative if `left` asks for less than `right`, 0 if they are the same, positive if it asks for more. */
export function compareLevels(left: PodSecurityLevel, right: PodSecurityLevel): number {
  return podSecurityLevels.indexOf(left) - podSecurityLevels.indexOf(right);
}
