import type { Finding, Fix, Safety } from './finding';
import type { Message } from './message';
import type { Failure } from './report';
import {
  type Context,
  type Details,
  type Mend,
  type Option,
  type Place,
  type RuleAbout,
  spanOfPlace,
} from './rule';
import type { Settings } from './settings';
import type { TextEdit } from './text';

/** What the lint of one file is about: the file, the settings and the rules that may speak. */
export interface LintContext<Rule extends RuleAbout> {
  readonly uri: string;
  readonly settings: Settings;
  readonly rules: readonly Rule[];
  /** The rules that the linter itself speaks for and that may speak. */
  readonly common: ReadonlyMap<string, RuleAbout>;
}

/** What a rule does with one kind of node. */
export interface Check<Node, Within> {
  readonly rule: RuleAbout;
  readonly run: (node: Node, context: Within) => void;
}

/** Collects what rules report. */
export interface Emit<Edit> {
  /** Speaks for the rule whose check runs: one for all, since making one for each costs more than most checks. */
  readonly context: Context<Edit>;
  /** Reports for a common rule, if it may speak. */
  common(rule: string, place: Place, message: Message, details?: Details<Edit>): void;
  /** Shows a node to checks; what one throws is kept as a failure of its rule alone. */
  show<Node, Within extends Context<Edit>>(
    node: Node,
    checks: readonly Check<Node, Within>[],
    context: Within,
  ): void;
}

/** @param toText turns a family's tree edits into text edits, asked only when a fix is wanted. */
export function emitter<Edit>(
  lint: LintContext<RuleAbout>,
  findings: Finding[],
  failures: Failure[],
  toText: (edits: readonly Edit[]) => TextEdit[],
): Emit<Edit> {
  const seen = new Map<number, Finding[]>();
  let current: RuleAbout | undefined;
  const report = (rule: RuleAbout, place: Place, message: Message, details: Details<Edit> = {}): void => {
    const finding = findingOf(rule, lint, place, message, details, toText);
    // An anchor that is used twice is one place with one mistake.
    const beside = seen.get(finding.span.start);
    if (!beside) seen.set(finding.span.start, [finding]);
    else if (beside.some((other) => isSame(other, finding))) return;
    else beside.push(finding);
    findings.push(finding);
  };
  const speaking = (): RuleAbout => {
    if (!current) throw new Error('A check reports after it has ended');
    return current;
  };
  return {
    context: {
      uri: lint.uri,
      settings: lint.settings,
      report: (place, message, details) => report(speaking(), place, message, details),
      option: <Value extends Option['default']>(name: string) =>
        optionOf<Value>(speaking(), lint.settings, name),
    },
    common: (id, place, message, details) => {
      const rule = lint.common.get(id);
      if (rule) report(rule, place, message, details);
    },
    show: (node, checks, context) => {
      let next = 0;
      // One guard for all that run without throwing, which is nearly always all of them.
      while (next < checks.length)
        try {
          for (let check = checks[next]; check; check = checks[next]) {
            next += 1;
            current = check.rule;
            check.run(node, context);
          }
        } catch (error) {
          failures.push({
            rule: speaking().id,
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          });
        }
      current = undefined;
    },
  };
}

const isSame = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule &&
  a.span.end === b.span.end &&
  a.message.template === b.message.template &&
  a.message.args.every((arg, index) => arg === b.message.args[index]);

const none: readonly never[] = [];

function findingOf<Edit>(
  rule: RuleAbout,
  lint: LintContext<RuleAbout>,
  place: Place,
  message: Message,
  details: Details<Edit>,
  toText: (edits: readonly Edit[]) => TextEdit[],
): Finding {
  const mends: readonly Mend<Edit>[] =
    details.fix === undefined ? [] : Array.isArray(details.fix) ? details.fix : [details.fix as Mend<Edit>];
  return {
    rule: rule.id,
    message,
    span: spanOfPlace(place),
    severity: severityOf(rule, lint.settings, details.severity),
    confidence: details.confidence ?? rule.confidence ?? 'high',
    fixes: mends.map((mend, index) => fixOf(mend, index, rule.fix ?? 'review', lint.uri, toText)),
    related: details.related ?? none,
    tags: details.tags ?? none,
  };
}

function fixOf<Edit>(
  mend: Mend<Edit>,
  index: number,
  usual: Safety,
  uri: string,
  toText: (edits: readonly Edit[]) => TextEdit[],
): Fix {
  const safety = mend.safety ?? usual;
  return {
    title: mend.title,
    safety,
    preferred: mend.preferred ?? (index === 0 && safety === 'safe'),
    changes: () => [{ kind: 'edit', uri, edits: toText(mend.edits) }],
  };
}

/** A severity that a person set outweighs the rule's own. */
export function severityOf(
  rule: RuleAbout,
  settings: Settings,
  own: Finding['severity'] | undefined,
): Finding['severity'] {
  const set = settings.severities[rule.id];
  return set !== undefined && set !== 'off' ? set : (own ?? rule.severity);
}

function optionOf<Value extends Option['default']>(rule: RuleAbout, settings: Settings, name: string): Value {
  const declared = rule.options?.[name];
  if (!declared) throw new Error(`Rule ${rule.id} declares no option ${name}`);
  const value = settings.options[rule.id]?.[name];
  const fits = Array.isArray(declared.default)
    ? Array.isArray(value)
    : typeof value === typeof declared.default;
  return (fits ? value : declared.default) as Value;
}
