import { type Check, type Emit, emitter, type LintContext } from '../../emit';
import type { Finding } from '../../finding';
import type { Failure, Part, PlacedPart } from '../../report';
import { readSuppressions, yamlSuppressions } from '../../suppression';
import { type Chunk, splitDocuments, type YamlDocument } from '../../yaml/document';
import { textEdits, type YamlEdit } from '../../yaml/edit';
import type { Container } from './container';
import { factsOf } from './facts';
import type { KubernetesObject } from './object';
import { peerSuppressions } from './peer-suppressions';
import type { Pod } from './pod';
import { readManifest } from './read';
import type { KubernetesContext, KubernetesRule } from './rule';
import { type KubernetesVersion, parseVersion } from './version';

/** Lints the documents of a YAML or JSON file; a document whose text is that of an earlier one is not parsed again. */
export function lintManifest(
  text: string,
  lint: LintContext<KubernetesRule>,
  earlier: ReadonlyMap<string, Part>,
): PlacedPart[] {
  return splitDocuments(text).map((chunk) => ({
    offset: chunk.offset,
    part: earlier.get(chunk.text) ?? guardedDocument(chunk, lint),
  }));
}

/** The model itself may meet what it cannot walk; then the document is left out, and the failure is told. */
function guardedDocument(chunk: Chunk, lint: LintContext<KubernetesRule>): Part {
  try {
    return lintDocument(chunk, lint);
  } catch (error) {
    const failure = {
      rule: 'yaml-syntax',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
    return { text: chunk.text, findings: [], facts: {}, suppressions: [], failures: [failure] };
  }
}

function lintDocument({ text }: Chunk, lint: LintContext<KubernetesRule>): Part {
  const suppressions = readSuppressions(text, yamlSuppressions);
  const read = readManifest(text);
  if (!read) return { text, findings: [], facts: {}, suppressions, failures: [] };
  const { document, objects } = read;
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  const emit = emitter(lint, findings, failures, (edits: readonly YamlEdit[]) => textEdits(edits));
  reportProblems(document, objects.length > 0, emit);
  visit(objects, document, lint, emit);
  return {
    text,
    findings,
    facts: factsOf(objects, lint.uri, text.length),
    suppressions: [...suppressions, ...peerSuppressions(text, objects, lint.rules)],
    failures,
  };
}

/** The first mistake of a document is told; those after it mostly follow from it. */
function reportProblems(document: YamlDocument, isKubernetes: boolean, emit: Emit<YamlEdit>): void {
  if (!isKubernetes && !/^apiVersion:/m.test(document.text)) return;
  const [first] = document.problems;
  if (first) emit.common('yaml-syntax', first.span, first.message);
}

/** The checks of rules, by the node that they ask for. */
interface Checks {
  readonly object: readonly Check<KubernetesObject, KubernetesContext>[];
  readonly pod: readonly Check<Pod, KubernetesContext>[];
  readonly container: readonly Check<Container, KubernetesContext>[];
}

/** Sorted once for each set of rules. Checks are functions of a node and know no `this`: bound ones would be slower to call. */
const sorted = new WeakMap<readonly KubernetesRule[], Checks>();

function checksOf(rules: readonly KubernetesRule[]): Checks {
  let checks = sorted.get(rules);
  if (!checks) {
    checks = {
      object: rules.flatMap((rule) => (rule.object ? [{ rule, run: rule.object }] : [])),
      pod: rules.flatMap((rule) => (rule.pod ? [{ rule, run: rule.pod }] : [])),
      container: rules.flatMap((rule) => (rule.container ? [{ rule, run: rule.container }] : [])),
    };
    sorted.set(rules, checks);
  }
  return checks;
}

/** The one walk: every rule sees every node that it asks for. */
function visit(
  objects: readonly KubernetesObject[],
  document: YamlDocument,
  lint: LintContext<KubernetesRule>,
  emit: Emit<YamlEdit>,
): void {
  const version: KubernetesVersion = parseVersion(lint.settings.kubernetesVersion) ?? { minor: 999 };
  const { uri, settings, report, option } = emit.context;
  const context: KubernetesContext = { uri, settings, report, option, version, document };
  const checks = checksOf(lint.rules);
  for (const object of objects) {
    emit.show(object, checks.object, context);
    for (const pod of object.pods) {
      emit.show(pod, checks.pod, context);
      for (const container of pod.containers) emit.show(container, checks.container, context);
    }
  }
}
