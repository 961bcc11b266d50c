import type { AutoscalerFact, PodFact } from '../../facts';
import { maybeSameNamespace } from '../../kubernetes/model/selector';
import { lookup, type Shown, shown } from '../../lookup';
import { Groups } from './groups';
import { nameOf } from './names';

type Autoscaler = Shown<AutoscalerFact>;

/** Autoscalers by what they scale. */
class Autoscalers {
  readonly #byTarget: Groups<string, Autoscaler>;

  constructor(all: Iterable<Autoscaler>) {
    this.#byTarget = Groups.by(all, ({ target }) => nameOf(target.kind, target.name));
  }

  /** The first one that may scale the pods. */
  of({ kind, name, namespace }: PodFact): Autoscaler | undefined {
    return this.#byTarget
      .of(nameOf(kind, name))
      .find((autoscaler) => maybeSameNamespace(autoscaler.namespace, namespace));
  }
}

export const autoscalers = lookup('autoscalers', shown, (all) => new Autoscalers(all));
