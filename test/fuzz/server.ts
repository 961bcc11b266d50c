import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ErrorCodes,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  type ProtocolConnection,
  RegistrationRequest,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Entry, Host } from '../../server/host';
import { startServer } from '../../server/language-server';
import { modern } from '../server/capabilities';
import type { Sample } from './texts';

const folder = 'file:///w';
const uriOf = (name: string): string => `${folder}/${name}`;
const languageOf = (name: string): string => (name === 'Dockerfile' ? 'dockerfile' : 'yaml');

/** What the world is: files on disk, documents in the editor, and its settings. */
class World {
  readonly disk = new Map<string, string>();
  readonly open = new Map<string, TextDocument>();
  settings: unknown = {};

  get host(): Host {
    return {
      scheme: 'file',
      list: async (at) => {
        const below = [...this.disk.keys()].map(uriOf).filter((uri) => uri.startsWith(`${at}/`));
        const entries = below.map((uri): Entry => {
          const [name = '', ...rest] = uri.slice(at.length + 1).split('/');
          return { name, kind: rest.length > 0 ? 'folder' : 'file' };
        });
        return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
      },
      read: async (uri) => {
        const text = this.disk.get(uri.slice(folder.length + 1));
        return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
      },
    };
  }
}

/** A server and its client in one process. */
class Session {
  readonly client: ProtocolConnection;
  /** What the server said that it must never say. */
  readonly complaints: string[] = [];
  readonly #streams = [new PassThrough(), new PassThrough()] as const;

  constructor(readonly world: World) {
    const [up, down] = this.#streams;
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(up),
      new StreamMessageWriter(down),
    );
    startServer(server, () => world.host);
    this.client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => world.settings));
    this.client.onRequest(RegistrationRequest.type, () => {});
    this.client.onRequest(DiagnosticRefreshRequest.type, () => {});
    this.client.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === 1) this.complaints.push(message);
    });
    this.client.listen();
  }

  async start(): Promise<void> {
    const workspaceFolders = [{ uri: folder, name: 'w' }];
    await this.client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: modern,
      workspaceFolders,
    });
    await this.client.sendNotification(InitializedNotification.type, {});
    for (const { uri, languageId, version, getText } of this.world.open.values())
      await this.client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: {
          uri,
          languageId,
          version,
          text: getText.call(this.world.open.get(uri.slice(folder.length + 1))),
        },
      });
  }

  /** Everything that the server finds, by file. */
  async all(): Promise<Record<string, string>> {
    const { items } = await this.client.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    const found: Record<string, string> = {};
    for (const item of items) if (item.kind === 'full') found[item.uri] = shape(item.items);
    for (const uri of [...this.world.open.keys()].map(uriOf)) {
      const report = await this.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      found[uri] = report.kind === 'full' ? shape(report.items) : 'unchanged';
    }
    return Object.fromEntries(
      Object.entries(found)
        .filter(([, items]) => items !== '[]')
        .sort(),
    );
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
    for (const stream of this.#streams) stream.destroy();
  }
}

const shape = (diagnostics: readonly Diagnostic[]): string =>
  JSON.stringify(
    diagnostics.map(({ code, range, message, data, relatedInformation }) => ({
      code,
      range,
      message,
      data,
      relatedInformation,
    })),
  );

/** Errors that say that the request was out of date or wrong are right; an internal one never is. */
async function answered<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (
      error instanceof ResponseError &&
      error.code !== ErrorCodes.InternalError &&
      !/TypeError|RangeError/.test(error.message)
    )
      return undefined;
    throw error;
  }
}

type Command = fc.AsyncCommand<World, Session>;

const command = (
  name: string,
  run: (world: World, session: Session) => Promise<unknown>,
  check: (world: World) => boolean = () => true,
): Command => ({
  check,
  run: async (world, session) => {
    await run(world, session);
    const [complaint] = session.complaints;
    if (complaint) throw new Error(`The server says: ${complaint}`);
  },
  toString: () => name,
});

const names = ['Dockerfile', 'a.yaml', 'b.yaml', 'sub/c.yaml'];

/** Edits with places as fractions of the text, or with places that no text has. */
interface Edit {
  readonly start: number;
  readonly length: number;
  readonly text: string;
  readonly isWild: boolean;
}

function contentChange(
  document: TextDocument,
  { start, length, text, isWild }: Edit,
): TextDocumentContentChangeEvent {
  const from = Math.floor(start * (document.getText().length + 1));
  const range = { start: document.positionAt(from), end: document.positionAt(from + length) };
  if (!isWild) return { range, text };
  return { range: { start: { line: length, character: 1e6 }, end: { line: 1e6, character: length } }, text };
}

async function edit(world: World, session: Session, name: string, edits: readonly Edit[]): Promise<void> {
  const document = world.open.get(name);
  if (!document) return;
  for (const one of edits) {
    const contentChanges = [contentChange(document, one)];
    TextDocument.update(document, contentChanges, document.version + 1);
    await session.client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: uriOf(name), version: document.version },
      contentChanges,
    });
  }
}

async function write(world: World, session: Session, name: string, text: string | undefined): Promise<void> {
  const type = text === undefined ? 3 : world.disk.has(name) ? 2 : 1;
  if (text === undefined) world.disk.delete(name);
  else world.disk.set(name, text);
  await session.client.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf(name), type }],
  });
}

async function open(world: World, session: Session, name: string, text: string): Promise<void> {
  const document = TextDocument.create(uriOf(name), languageOf(name), 1, text);
  world.open.set(name, document);
  await session.client.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: document.uri, languageId: document.languageId, version: 1, text },
  });
}

async function takeAction(world: World, session: Session, name: string, which: number): Promise<void> {
  const textDocument = { uri: uriOf(name) };
  const report = await session.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  const diagnostics = report.kind === 'full' ? report.items : [];
  const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const offered =
    (await session.client.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics },
    })) ?? [];
  const actions = offered.filter((action): action is CodeAction => 'data' in action);
  const action = actions[which % Math.max(1, actions.length)];
  const resolved =
    action && (await answered(session.client.sendRequest(CodeActionResolveRequest.type, action)));
  for (const change of resolved?.edit?.documentChanges ?? []) {
    if (!('textDocument' in change)) continue;
    const target = change.textDocument.uri.slice(folder.length + 1);
    const document = world.open.get(target);
    const edits = change.edits.flatMap((one) => ('newText' in one ? [one] : []));
    if (!document) {
      const text = TextDocument.applyEdits(
        TextDocument.create('', '', 0, world.disk.get(target) ?? ''),
        edits,
      );
      await write(world, session, target, text);
      continue;
    }
    const contentChanges = [{ text: TextDocument.applyEdits(document, edits) }];
    TextDocument.update(document, contentChanges, document.version + 1);
    await session.client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges,
    });
  }
}

/** What no client may send: edits of what is not open, requests without sense, the same twice. */
async function misbehave(session: Session, what: number): Promise<void> {
  const { client } = session;
  const uri = uriOf('never-open.yaml');
  const strays: (() => Promise<unknown>)[] = [
    () =>
      client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 7 },
        contentChanges: [{ text: 'x' }],
      }),
    () => client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    () => client.sendNotification('$/nothing', { a: 1 }),
    () => client.sendNotification('nothing/known', []),
    () => answered(client.sendRequest('nothing/known', { a: 1 })),
    () =>
      answered(
        client.sendRequest(HoverRequest.type, {
          textDocument: { uri: '%%%' },
          position: { line: 1e9, character: 1e9 },
        }),
      ),
    () =>
      answered(
        client.sendRequest(DocumentDiagnosticRequest.type, {
          textDocument: { uri: 'untitled:x' },
          previousResultId: 'none',
        }),
      ),
    () =>
      answered(
        client.sendRequest(CodeActionResolveRequest.type, {
          title: 'x',
          data: { uri, deed: { kind: 'fix', rule: 'none', range: null } },
        }),
      ),
    () => answered(client.sendRequest('seaworthy/explainRule', { rule: '../../x' })),
    () =>
      client.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [
          { uri: 'file:///', type: 3 },
          { uri: 'x', type: 1 },
          { uri: `${folder}/sub`, type: 3 },
        ],
      }),
  ];
  await strays[what % strays.length]?.();
}

async function cancelled(session: Session, name: string): Promise<void> {
  const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
  const source = new CancellationTokenSource();
  const textDocument = { uri: uriOf(name) };
  const asked = [
    answered(session.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, source.token)),
    answered(
      session.client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] }, source.token),
    ),
    answered(
      session.client.sendRequest(
        HoverRequest.type,
        { textDocument, position: { line: 0, character: 0 } },
        source.token,
      ),
    ),
  ];
  source.cancel();
  await Promise.all(asked);
}

const configurations = [
  'profile: all\n',
  'profile: essential\nrules:\n  privileged-container: off\n',
  'ignore:\n  - a.yaml\n',
  'rules: [\n',
  'ignore: [{paths: ["sub/**"], rules: [privileged-container]}]\n',
  '&x [*x]\n',
];
const editorSettings: readonly unknown[] = [
  {},
  null,
  { profile: 'all' },
  { rules: { 'privileged-container': 'off' } },
  { rules: 7, ignore: {} },
  'x',
  [1],
];

function commandsFor(samples: fc.Arbitrary<Sample>): fc.Arbitrary<Command>[] {
  const name = fc.constantFrom(...names);
  const text = samples.map((sample) => sample.text);
  const edits = fc.array(
    fc.record({
      start: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      length: fc.nat({ max: 20 }),
      text: fc.oneof(fc.constantFrom('', 'x', '\n', '  ', ': ', '- a\n', '---\n', '"'), text),
      isWild: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const isOpen = (which: string) => (world: World) => world.open.has(which);
  return [
    fc
      .tuple(name, text)
      .map(([which, content]) =>
        command(`open ${which} ${JSON.stringify(content)}`, (world, session) =>
          open(world, session, which, content),
        ),
      ),
    fc
      .tuple(name, edits)
      .map(([which, list]) =>
        command(
          `edit ${which} ${JSON.stringify(list)}`,
          (world, session) => edit(world, session, which, list),
          isOpen(which),
        ),
      ),
    name.map((which) =>
      command(
        `close ${which}`,
        async (world, session) => {
          world.open.delete(which);
          await session.client.sendNotification(DidCloseTextDocumentNotification.type, {
            textDocument: { uri: uriOf(which) },
          });
        },
        isOpen(which),
      ),
    ),
    fc
      .tuple(name, fc.option(text, { nil: undefined }))
      .map(([which, content]) =>
        command(`write ${which} ${JSON.stringify(content)}`, (world, session) =>
          write(world, session, which, content),
        ),
      ),
    fc
      .constantFrom('.seaworthy.yaml', 'sub/.seaworthy.yaml')
      .chain((which) =>
        fc
          .constantFrom(...configurations, undefined)
          .map((content) =>
            command(`write ${which} ${JSON.stringify(content)}`, (world, session) =>
              write(world, session, which, content),
            ),
          ),
      ),
    fc.constantFrom(...editorSettings).map((settings) =>
      command(`configure ${JSON.stringify(settings)}`, async (world, session) => {
        world.settings = settings;
        await session.client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      }),
    ),
    name.map((which) =>
      command(`pull ${which}`, (_, session) =>
        session.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: uriOf(which) } }),
      ),
    ),
    fc.constant(command('audit', (_, session) => session.all())),
    name.map((which) => command(`cancel ${which}`, (_, session) => cancelled(session, which))),
    fc.tuple(name, fc.nat({ max: 60 }), fc.nat({ max: 60 })).map(([which, line, character]) =>
      command(`hover ${which} ${line}:${character}`, (_, session) =>
        session.client.sendRequest(HoverRequest.type, {
          textDocument: { uri: uriOf(which) },
          position: { line, character },
        }),
      ),
    ),
    fc
      .tuple(name, fc.nat({ max: 40 }))
      .map(([which, action]) =>
        command(
          `take action ${action} of ${which}`,
          (world, session) => takeAction(world, session, which, action),
          isOpen(which),
        ),
      ),
    fc.constant(
      command('fix all', (_, session) =>
        answered(session.client.sendRequest('seaworthy/fixAllInWorkspace', {})),
      ),
    ),
    fc.nat({ max: 9 }).map((what) => command(`misbehave ${what}`, (_, session) => misbehave(session, what))),
  ];
}

/** Whatever a client does, the server finds in the end what a server finds that was started just then. */
export const serverSequences = (
  samples: fc.Arbitrary<Sample>,
): fc.IAsyncPropertyWithHooks<[Iterable<Command>]> =>
  fc.asyncProperty(fc.commands(commandsFor(samples), { maxCommands: 14, size: 'max' }), async (commands) => {
    const world = new World();
    const session = new Session(world);
    await session.start();
    let fresh: Session | undefined;
    try {
      await fc.asyncModelRun(() => ({ model: world, real: session }), commands);
      const found = await session.all();
      fresh = new Session(world);
      await fresh.start();
      const expected = await fresh.all();
      if (JSON.stringify(found) !== JSON.stringify(expected))
        throw new Error(
          `The server finds ${JSON.stringify(found)} where a new one finds ${JSON.stringify(expected)}`,
        );
      const [complaint] = [...session.complaints, ...fresh.complaints];
      if (complaint) throw new Error(`The server says: ${complaint}`);
    } finally {
      await session.stop();
      await fresh?.stop();
    }
  });
