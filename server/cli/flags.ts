import type { Profile, Severity } from '../../rules/index';

export const formatNames = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;

/** The options of `seaworthy audit`, as commander hands them over. */
export interface AuditFlags {
  readonly format: (typeof formatNames)[number];
  readonly output?: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  /** The fixes that `--fix` and `--fix-dry-run` make. */
  readonly fixes: 'safe' | 'all';
  readonly failOn: Severity | 'never';
  readonly profile?: Profile;
  readonly config?: string;
  readonly kubernetesVersion?: string;
  readonly target?: string;
  readonly baseline?: string;
  readonly stdinFilename?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly cache: boolean;
  readonly threads?: number;
}

/** What a person asked for cannot be done; the program ends with 2. */
export class UsageError extends Error {}
