import {
  type Message,
  type Option,
  otherNames,
  profiles,
  type RuleAbout,
  rules as registered,
  rulesByName,
  type Severity,
  type Span,
  say,
  severities,
} from '../../rules/index';
import { parseVersion } from '../../rules/kubernetes/model/version';
import type { Cursor } from '../../rules/yaml/cursor';
import { closest } from './closest';
import type { Configuration, ConfigurationProblem, IgnoreEntry } from './configuration';

const levels: readonly (Severity | 'off')[] = ['off', ...severities];

const isOneOf = <T extends string>(names: readonly T[], text: string | undefined): text is T =>
  text !== undefined && (names as readonly string[]).includes(text);

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** Reads the keys of a configuration; collects what is wrong with them. */
export class Reader {
  readonly #problems: ConfigurationProblem[];

  constructor(problems: ConfigurationProblem[]) {
    this.#problems = problems;
  }

  configuration(root: Cursor): Configuration {
    if (root.exists && !root.isMap) {
      this.#error(root, say`A configuration is a map of settings, such as \`profile: recommended\`.`);
      return { severities: {}, options: {}, ignore: [] };
    }
    this.#refuseUnknown(root, [
      'profile',
      'kubernetesVersion',
      'rules',
      'ignore',
      'allowedRegistries',
      'target',
    ]);
    const profile = this.#oneOf(root.get('profile'), profiles);
    const kubernetesVersion = this.#version(root.get('kubernetesVersion'));
    const allowedRegistries = this.#strings(root.get('allowedRegistries'));
    const target = this.#text(root.get('target'));
    return {
      ...(profile !== undefined && { profile }),
      ...(kubernetesVersion !== undefined && { kubernetesVersion }),
      ...(allowedRegistries !== undefined && { allowedRegistries }),
      ...(target !== undefined && { target }),
      ...this.#rules(root.get('rules')),
      ignore: this.#ignore(root.get('ignore')),
    };
  }

  #rules(at: Cursor): Pick<Configuration, 'severities' | 'options'> {
    const severities: Record<string, Severity | 'off'> = {};
    const options: Record<string, Record<string, unknown>> = {};
    if (at.exists && !at.isMap)
      this.#error(at, say`\`rules\` is a map of rule ids, such as \`privileged-container: error\`.`);
    for (const field of at.fields) {
      const meant = this.#known(field.name, field.keySpan);
      if (meant.length === 0) continue;
      const severity = field.isMap
        ? this.#oneOf(field.get('severity'), levels)
        : this.#oneOf(
            field,
            levels,
            say`\`${field.name}\` is one of ${list(levels)}, or a map with \`severity\` and options.`,
          );
      const given = this.#options(field, meant);
      for (const { id, options: declared = {} } of meant) {
        if (severity !== undefined) severities[id] = severity;
        const own = Object.entries(given).filter(([name]) => Object.hasOwn(declared, name));
        if (own.length > 0) options[id] = Object.fromEntries(own);
      }
    }
    return { severities, options };
  }

  /** Options of a rule, or of the rules that one alias stands for. */
  #options(at: Cursor, meant: readonly RuleAbout[]): Record<string, unknown> {
    const declared = Object.assign({}, ...meant.map(({ options }) => options ?? {})) as Record<
      string,
      Option
    >;
    this.#refuseUnknown(at, ['severity', ...Object.keys(declared)]);
    const given: Record<string, unknown> = {};
    for (const [name, option] of Object.entries(declared)) {
      const value = this.#option(at.get(name), option);
      if (value !== undefined) given[name] = value;
    }
    return given;
  }

  #option(at: Cursor, option: Option): unknown {
    if (typeof option.default === 'string') return this.#text(at);
    if (Array.isArray(option.default)) return this.#strings(at);
    if (!at.pair) return undefined;
    if (typeof at.scalar === typeof option.default) return at.scalar;
    if (typeof option.default === 'number') this.#error(at, say`\`${at.name}\` is a number.`);
    else this.#error(at, say`\`${at.name}\` is \`true\` or \`false\`.`);
    return undefined;
  }

  #ignore(at: Cursor): IgnoreEntry[] {
    if (at.exists && !at.isSequence)
      this.#error(at, say`\`ignore\` is a list of globs, or of maps with \`paths\` and \`rules\`.`);
    return at.items.flatMap((item) => this.#ignoreEntry(item) ?? []);
  }

  #ignoreEntry(at: Cursor): IgnoreEntry | undefined {
    if (!at.isMap) {
      const glob = this.#text(at);
      return glob === undefined ? undefined : { paths: [glob] };
    }
    this.#refuseUnknown(at, ['paths', 'rules']);
    if (!at.get('paths').exists) this.#error(at, say`An entry of \`ignore\` needs \`paths\`.`);
    const paths = this.#strings(at.get('paths'));
    const rules = this.#elements(at.get('rules'))?.flatMap(({ text, cursor }) =>
      this.#known(text, cursor.valueSpan).map(({ id }) => id),
    );
    // Broken `rules` must not turn the entry into one that leaves whole files out.
    if (!paths || (!rules && at.get('rules').pair)) return undefined;
    return { paths, ...(rules && { rules }) };
  }

  /** The rules of a name; a problem where nobody knows it. */
  #known(name: string, span: Span): readonly RuleAbout[] {
    const meant = rulesByName(name);
    if (meant.length > 0) return meant;
    const near = closest(
      name,
      (registered as readonly RuleAbout[]).flatMap((rule) => [rule.id, ...otherNames(rule)]),
    );
    const message =
      near === undefined
        ? say`No rule is called \`${name}\`.`
        : say`No rule is called \`${name}\`. Did you mean \`${near}\`?`;
    this.#problems.push({ span, message, severity: 'warning' });
    return [];
  }

  #version(at: Cursor): string | undefined {
    const text = this.#text(at);
    const version = text === undefined ? undefined : parseVersion(text);
    if (version) return `1.${version.minor}`;
    if (text !== undefined) this.#error(at, say`\`${text}\` is no version of Kubernetes such as \`1.33\`.`);
    return undefined;
  }

  #oneOf<T extends string>(
    at: Cursor,
    names: readonly T[],
    advice: Message = say`\`${at.name}\` is one of ${list(names)}.`,
  ): T | undefined {
    if (!at.pair) return undefined;
    const { text } = at;
    if (isOneOf(names, text)) return text;
    const near = text === undefined ? undefined : closest(text, names);
    this.#error(
      at,
      near === undefined
        ? advice
        : say`\`${text ?? ''}\` is none of ${list(names)}. Did you mean \`${near}\`?`,
    );
    return undefined;
  }

  /** A scalar as it is written, so that \`1.30\` is not 1.3. */
  #text(at: Cursor): string | undefined {
    if (!at.source && !at.pair) return undefined;
    const { text } = at;
    if (text !== undefined && text !== '') return text;
    if (typeof at.key === 'number') this.#error(at, say`This is to be a text.`);
    else this.#error(at, say`\`${at.name}\` is to be a text.`);
    return undefined;
  }

  #strings(at: Cursor): string[] | undefined {
    return this.#elements(at)?.map(({ text }) => text);
  }

  /** The texts of a list, each with its place; undefined where there is no list. */
  #elements(at: Cursor): { text: string; cursor: Cursor }[] | undefined {
    if (!at.pair) return undefined;
    if (!at.isSequence) {
      this.#error(at, say`\`${at.name}\` is a list.`);
      return undefined;
    }
    return at.items.flatMap((cursor) => {
      const text = this.#text(cursor);
      return text === undefined ? [] : [{ text, cursor }];
    });
  }

  #refuseUnknown(at: Cursor, names: readonly string[]): void {
    for (const field of at.fields) {
      if (names.includes(field.name)) continue;
      const near = closest(field.name, names);
      if (near !== undefined)
        this.#errorAt(
          field.keySpan,
          say`Nothing is called \`${field.name}\` here. Did you mean \`${near}\`?`,
        );
      else
        this.#errorAt(
          field.keySpan,
          say`Nothing is called \`${field.name}\` here; known are ${list(names)}.`,
        );
    }
  }

  #error(at: Cursor, message: Message): void {
    this.#errorAt(at.exists ? at.valueSpan : at.span, message);
  }

  #errorAt(span: Span, message: Message): void {
    this.#problems.push({ span, message, severity: 'error' });
  }
}
