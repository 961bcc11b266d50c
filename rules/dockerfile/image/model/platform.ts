/** Operating system and architecture, by the names that Go has for them. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
}

const systems: ReadonlySet<string> = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);

const architectures: ReadonlySet<string> = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);

const otherNames: Readonly<Record<string, string>> = {
  i386: '386',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  armhf: 'arm',
  armel: 'arm',
  macos: 'darwin',
};

const plain = (name: string): string => {
  const small = name.toLowerCase();
  return (Object.hasOwn(otherNames, small) ? otherNames[small] : undefined) ?? small;
};

/** Reads `linux/arm64/v8`, `linux` or `arm64` as BuildKit does; undefined for what it refuses. */
export function parsePlatform(text: string): Platform | undefined {
  const parts = text.split('/');
  if (parts.length > 3 || !parts.every((part) => /^[\w.-]+$/.test(part))) return undefined;
  const [first = '', second] = parts.map(plain);
  if (second !== undefined) return { os: first, architecture: second };
  if (systems.has(first)) return { os: first, architecture: 'amd64' };
  return architectures.has(first) ? { os: 'linux', architecture: first } : undefined;
}
