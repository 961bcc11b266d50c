import type { Binding, Environment } from './lexer';

interface Definition {
  /** When it was made, in the order of the file. */
  readonly tick: number;
  readonly binding: Binding;
}

/** Arguments that a build knows without anybody declaring them, in FROM; a stage must declare them by ARG. */
export const platformArguments: ReadonlySet<string> = new Set([
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDOSVERSION',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETOSVERSION',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETSTAGE',
]);

const unset: Binding = { state: 'unset' };
const unknown: Binding = { state: 'unknown' };

/** Variables that grow as a stage is read: what a name means depends on when it is asked. */
export class Scope {
  private readonly definitions = new Map<string, Definition[]>();
  private tick = 0;
  private latest: { readonly tick: number; readonly environment: Environment } | undefined;

  private constructor(
    /** What is known of names that no scope defines. */
    private readonly fallback: (name: string) => Binding,
    private readonly parent?: { readonly scope: Scope; readonly tick: number },
  ) {}

  /** Where FROM is read: global ARGs and the platform's arguments. */
  static global(): Scope {
    return new Scope((name) => (platformArguments.has(name) ? unknown : unset));
  }

  /** A stage on an image whose environment is not known; on `scratch` there is none. */
  static stage(base: 'scratch' | 'image'): Scope {
    return new Scope(() => (base === 'scratch' ? unset : unknown));
  }

  /** A stage that is built on an earlier stage goes on with what that one defined. */
  static after(scope: Scope): Scope {
    return new Scope(scope.fallback, { scope, tick: scope.tick });
  }

  define(name: string, binding: Binding): void {
    this.tick += 1;
    const known = this.definitions.get(name);
    if (known) known.push({ tick: this.tick, binding });
    else this.definitions.set(name, [{ tick: this.tick, binding }]);
  }

  /** The variables as they are at this moment of the build. */
  now(): Environment {
    const { tick } = this;
    if (this.latest?.tick !== tick)
      this.latest = { tick, environment: { lookup: (name) => this.lookup(name, tick) } };
    return this.latest.environment;
  }

  private lookup(name: string, tick: number): Binding {
    for (
      let at: { readonly scope: Scope; readonly tick: number } | undefined = { scope: this, tick };
      at;
      at = at.scope.parent
    ) {
      const binding = at.scope.own(name, at.tick);
      if (binding) return binding;
    }
    return this.fallback(name);
  }

  private own(name: string, tick: number): Binding | undefined {
    const known = this.definitions.get(name);
    if (!known) return undefined;
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.tick ?? 0) <= tick) low = middle + 1;
      else high = middle;
    }
    return known[low - 1]?.binding;
  }
}
